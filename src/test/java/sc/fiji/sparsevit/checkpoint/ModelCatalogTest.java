/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.network.Head;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;

class ModelCatalogTest {

  private static final Path EMBEDDED = Path.of("src/main/resources/models/lite.safetensors");

  @TempDir Path folder;

  @Test
  void theDefaultIsEmbeddedInHalfPrecision() throws Exception {
    var model = ModelCatalog.open(ModelCatalog.DEFAULT);

    var sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(EMBEDDED));
    assertThat(model.name()).isEqualTo("lite");
    assertThat(model.sha256()).isEqualTo(HexFormat.of().formatHex(sha256));
    assertThat(model.config()).isEqualTo(SparseVitConfig.lite().withMatching());
    assertThat(model.weights().tensors()).hasSize(354);
    assertThat(model.weights().tensors().get("lmu.conv_last.weight").type())
        .isEqualTo(DataType.FLOAT16);
    assertThat(Files.size(EMBEDDED)).isLessThan(16_000_000);
    assertThat(model.enlarged().orElseThrow().tensors()).hasSize(354);
  }

  @Test
  void whatIsSaidOfTheDefaultWasMeasuredWithItsWeights() throws IOException {
    var model = ModelCatalog.open(ModelCatalog.DEFAULT);

    assertThat(model.errorRates().orElseThrow().get("sha256").getAsString())
        .isEqualTo(model.sha256());
    for (var told : new String[] {"MODEL_CARD.md", "docs/results.md"}) {
      assertThat(Path.of(told)).content().contains(model.sha256());
    }
  }

  @Test
  void aFileIsAModelToo() throws IOException {
    var model = ModelCatalog.open(EMBEDDED.toString());

    assertThat(model.name()).isEqualTo("lite.safetensors");
    assertThat(model.sha256()).isEqualTo(ModelCatalog.open("lite").sha256());
  }

  @Test
  void baseIsRefusedWithItsSource() {
    assertThatThrownBy(() -> ModelCatalog.open("base"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("https://github.com/scu-zjz/SparseViT")
        .hasMessageContaining("weights have no stated license");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lit", "no/such.pth", ""})
  void anUnknownNameIsRefusedWithWhatWouldDo(String name) {
    assertThatThrownBy(() -> ModelCatalog.open(name))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("use lite or the path of a .safetensors or .pth file");
  }

  @Test
  void aFileWithoutSomeTensorIsRefusedByItsKey() throws IOException {
    var tensors = new LinkedHashMap<>(ModelCatalog.open("lite").weights().tensors());
    tensors.remove("lmu.norm.bias");
    var file = folder.resolve("incomplete.safetensors");
    Safetensors.write(new StateDict(tensors), file);

    assertThatThrownBy(() -> ModelCatalog.open(file.toString()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("incomplete.safetensors: ")
        .hasMessageContaining("lmu.norm.bias");
  }

  @Test
  void conversionKeepsTheWeightsAndAddsTheConfiguration() throws IOException {
    var source = folder.resolve("source.safetensors");
    var full = folder.resolve("full.safetensors");
    var half = folder.resolve("half.safetensors");
    StateDict weights;
    try (var manager = NDManager.newBaseManager()) {
      weights = Weights.save(new SparseVit(SparseVitConfig.lite()).initialized(manager));
    }
    Safetensors.write(new StateDict(weights.tensors()), source);

    ModelFile.convert(source, Optional.empty(), full, false, 0.5);
    ModelFile.convert(source, Optional.empty(), half, true, 0.5);

    assertThat(ModelFile.read(full)).isEqualTo(weights);
    var halved = ModelFile.read(half);
    assertThat(halved.metadata()).isEqualTo(weights.metadata());
    assertThat(halved.tensors().get("lmu.norm.bias"))
        .isEqualTo(weights.tensors().get("lmu.norm.bias"));
    assertThat(halved.tensors().get("lmu.conv_last.weight"))
        .isEqualTo(weights.tensors().get("lmu.conv_last.weight").to(DataType.FLOAT16));
  }

  @Test
  void conversionCanMoveAThresholdToOneHalf() throws IOException {
    var source = folder.resolve("source.safetensors");
    var shifted = folder.resolve("shifted.safetensors");
    StateDict weights;
    try (var manager = NDManager.newBaseManager()) {
      weights = Weights.save(new SparseVit(SparseVitConfig.lite()).initialized(manager));
    }
    Safetensors.write(weights, source);

    ModelFile.convert(source, Optional.empty(), shifted, false, 0.8);

    var before = weights.tensors().get("lmu.conv_last.bias").toFloats()[0];
    var after = ModelFile.read(shifted).tensors().get("lmu.conv_last.bias").toFloats()[0];
    // The logit of 0.8 is ln 4.
    assertThat(after - before).isCloseTo((float) -Math.log(4), within(1e-5f));
    assertThatThrownBy(() -> ModelFile.convert(source, Optional.empty(), shifted, false, 1))
        .hasMessageContaining("between 0 and 1");
  }

  @Test
  void weightsForTheEnlargedImageTravelWithAModel() throws IOException {
    var own = saved("own.safetensors", SparseVitConfig.lite());
    var second = ModelCatalog.open(saved("second.safetensors", SparseVitConfig.lite()).toString());
    var joined = folder.resolve("joined.safetensors");
    var again = folder.resolve("again.safetensors");
    var taken = folder.resolve("taken.safetensors");

    ModelFile.convert(own, Optional.of(second), joined, false, 0.8);
    ModelFile.convert(joined, Optional.empty(), again, true, 0.5);
    var model = ModelCatalog.open(joined.toString());
    ModelFile.convert(own, Optional.of(model), taken, false, 0.5);

    // The threshold is the model's own.
    assertThat(model.enlarged()).contains(second.weights());
    assertThat(model.weights().tensors()).hasSameSizeAs(second.weights().tensors());
    assertThat(second.enlarged()).isEmpty();
    var halved = ModelCatalog.open(again.toString()).enlarged().orElseThrow().tensors();
    var key = "lmu.conv_last.weight";
    assertThat(halved.get(key)).isEqualTo(second.weights().tensors().get(key).to(DataType.FLOAT16));
    assertThat(ModelCatalog.open(taken.toString()).enlarged()).contains(second.weights());
  }

  @Test
  void aMeanKeepsWeightsForTheEnlargedImage() throws IOException {
    var plain = ModelCatalog.open(saved("plain.safetensors", SparseVitConfig.lite()).toString());
    var joined = folder.resolve("joined.safetensors");
    var mean = folder.resolve("mean.safetensors");
    ModelFile.convert(folder.resolve("plain.safetensors"), Optional.of(plain), joined, false, 0.5);
    var model = ModelCatalog.open(joined.toString());

    for (var pair : List.of(List.of(plain, model), List.of(model, plain), List.of(model, model))) {
      ModelFile.average(pair.get(0), pair.get(1), mean);

      assertThat(ModelCatalog.open(mean.toString()).enlarged()).contains(plain.weights());
    }
  }

  @Test
  void incompleteWeightsForTheEnlargedImageAreRefused() throws IOException {
    var lite = ModelFile.read(EMBEDDED);
    var some = new StateDict(Map.of("lmu.norm.bias", lite.tensors().get("lmu.norm.bias")));
    var file = folder.resolve("incomplete.safetensors");
    Safetensors.write(lite.without("enlarged.").with("enlarged.", some), file);

    assertThatThrownBy(() -> ModelCatalog.open(file.toString()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("incomplete.safetensors: ");
  }

  @Test
  void theMeanOfTwoModelsLiesHalfWayBetweenThem() throws IOException {
    var target = folder.resolve("mean.safetensors");
    var first = saved("first.safetensors", SparseVitConfig.lite());
    var second = saved("second.safetensors", SparseVitConfig.lite());

    ModelFile.average(
        ModelCatalog.open(first.toString()), ModelCatalog.open(second.toString()), target);

    var mean = ModelFile.read(target);
    assertThat(ModelConfig.of(mean)).isEqualTo(SparseVitConfig.lite());
    var counter = "encoder_net.blocks1.0.norm1.num_batches_tracked";
    assertThat(mean.tensors().get(counter)).isEqualTo(ModelFile.read(first).tensors().get(counter));
    var key = "encoder_net.blocks3.0.attn.qkv.weight";
    float[] a = ModelFile.read(first).tensors().get(key).toFloats();
    float[] b = ModelFile.read(second).tensors().get(key).toFloats();
    float[] between = mean.tensors().get(key).toFloats();
    assertThat(a).isNotEqualTo(b);
    for (int i = 0; i < a.length; i++) {
      assertThat(between[i]).isCloseTo((a[i] + b[i]) / 2, within(1e-6f));
    }
  }

  @Test
  void differentNetworksHaveNoMean() throws IOException {
    var file = saved("other.safetensors", SparseVitConfig.lite().withHead(Head.SINGLE_SCALE));
    var target = folder.resolve("mean.safetensors");
    var lite = ModelCatalog.open("lite");
    var other = ModelCatalog.open(file.toString());

    assertThatThrownBy(() -> ModelFile.average(lite, other, target))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("lite")
        .hasMessageContaining("other.safetensors")
        .hasMessageContaining("different configurations");
    assertThat(target).doesNotExist();
  }

  private Path saved(String name, SparseVitConfig config) throws IOException {
    var file = folder.resolve(name);
    try (var manager = NDManager.newBaseManager()) {
      Safetensors.write(Weights.save(new SparseVit(config).initialized(manager)), file);
    }
    return file;
  }
}
