/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.network.Head;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.SparsityRun;

class WeightsTest {

  /** The smallest network with every kind of block. */
  private static final SparseVitConfig TINY =
      new SparseVitConfig(
          List.of(4, 4, 8, 8),
          List.of(1, 1),
          List.of(new SparsityRun(2, 1), new SparsityRun(1, 1)),
          List.of(new SparsityRun(1, 1)),
          4,
          Head.LFF,
          false);

  private static final String UNUSED = "encoder_net.norm1.weight";

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void surviveTheWayThroughAFileWithUnusedOnesAndCounters(@TempDir Path folder) throws IOException {
    var weights =
        changed(
            tensors -> {
              tensors.put(UNUSED, StoredTensor.of(new Shape(4), 1, 2, 3, 4));
              tensors.computeIfPresent(
                  "encoder_net.blocks1.0.norm1.num_batches_tracked",
                  (key, tensor) -> StoredTensor.of(new Shape(), 77).to(DataType.INT64));
            });
    var file = folder.resolve("tiny.safetensors");
    Safetensors.write(Weights.save(Weights.network(weights, TINY, manager)), file);

    var read = Safetensors.read(file);
    assertThat(read.tensors()).isEqualTo(weights.tensors());
    assertThat(ModelConfig.of(read)).isEqualTo(TINY);
  }

  @Test
  void areConvertedToTheNetworksPrecision() throws IOException {
    var half = weights().map(tensor -> tensor.to(DataType.FLOAT16));

    var network = Weights.network(half, TINY, manager);

    var gamma = network.state().get("lmu.gamma1").getArray();
    assertThat(gamma.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(gamma.toFloatArray()).containsExactly(half.tensors().get("lmu.gamma1").toFloats());
  }

  @Test
  void loadIntoATrainableNetworkWithoutLosingItsGradients() throws IOException {
    var network = new SparseVit(TINY).initialized(manager);
    var weights = changed(tensors -> tensors.put("lmu.gamma1", ramp(8)));

    Weights.load(weights, network);

    var gamma = network.state().get("lmu.gamma1").getArray();
    assertThat(gamma.hasGradient()).isTrue();
    assertThat(gamma.toFloatArray()).containsExactly(ramp(8).toFloats());
  }

  @Test
  void nameEveryKindOfMisfitInOneSentence() throws IOException {
    var weights =
        changed(
            tensors -> {
              tensors.remove("lmu.gamma1");
              tensors.put("stranger", ramp(1));
              tensors.put("lmu.gamma2", ramp(9));
            });
    var network = new SparseVit(TINY).initialized(manager);
    var before = Weights.save(network);

    assertThatThrownBy(() -> Weights.load(weights, network))
        .isInstanceOf(CheckpointException.class)
        .hasMessage(
            "the weights do not fit the network (missing: lmu.gamma1; unknown: stranger; wrong"
                + " shape: lmu.gamma2 (9) instead of (8)); choose weights of the same"
                + " configuration");
    assertThat(Weights.save(network)).isEqualTo(before);
  }

  @Test
  void ofAnotherNetworkAreSummedUp() {
    assertThatThrownBy(() -> Weights.network(weights(), SparseVitConfig.lite(), manager))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("and ")
        .hasMessageContaining(" more");
  }

  @Test
  void areComparedBeforeALyingConfigurationCostsMemory() {
    var giant =
        new SparseVitConfig(
            List.of(4, 4, 8, 1 << 20),
            List.of(1, 1),
            TINY.stage3(),
            TINY.stage4(),
            4,
            Head.LFF,
            false);
    assertThatThrownBy(() -> Weights.network(weights(), giant, manager))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("wrong shape");
  }

  @Test
  void ofAnEncoderAloneStartATraining() throws IOException {
    var encoder = new LinkedHashMap<String, StoredTensor>();
    encoder.put("norm3.weight", ramp(8));
    encoder.put("norm4.weight", ramp(5));
    encoder.put("head.weight", ramp(3));
    var network = new SparseVit(TINY).initialized(manager);

    var match = Weights.loadMatching(new StateDict(encoder), network);

    assertThat(match.loaded()).containsOnly(Map.entry("encoder_net.norm3.weight", "norm3.weight"));
    assertThat(match.misshapen()).containsExactly("encoder_net.norm4.weight (5) instead of (8)");
    assertThat(match.unknown()).containsExactly("head.weight");
    assertThat(match.missing()).hasSize(network.state().size() - 2).contains("lmu.gamma1");
    assertThat(network.state().get("encoder_net.norm3.weight").getArray().toFloatArray())
        .containsExactly(ramp(8).toFloats());
  }

  @Test
  void thatFitNowhereAreRefusedAsAStart() {
    var network = new SparseVit(TINY).initialized(manager);
    var stranger = new StateDict(Map.of("stranger", ramp(1)));

    assertThatThrownBy(() -> Weights.loadMatching(stranger, network))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("unknown: stranger");
  }

  private static StoredTensor ramp(int size) {
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = 1 + i;
    }
    return StoredTensor.of(new Shape(size), values);
  }

  private StateDict weights() {
    return Weights.save(new SparseVit(TINY).initialized(manager));
  }

  private StateDict changed(Consumer<Map<String, StoredTensor>> change) {
    var tensors = new LinkedHashMap<>(weights().tensors());
    change.accept(tensors);
    return new StateDict(tensors);
  }
}
