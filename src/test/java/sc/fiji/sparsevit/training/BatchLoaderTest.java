/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.inference.TrainingModel;
import sc.fiji.sparsevit.inference.script.FastestForm;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;

class BatchLoaderTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private TrainingModel model() throws Exception {
    var network = new SparseVit(SparseVitConfig.lite().withMatching()).initialized(manager);
    return FastestForm.forTraining(network, PrecisionChoice.FLOAT32);
  }

  @Test
  void batchesThatAreMadeAheadAreTheSameInTheSameOrder() throws Exception {
    try (var model = model();
        var inTurn = new BatchLoader(Toy::sample, 3, 6, model, manager, false);
        var ahead = new BatchLoader(Toy::sample, 3, 6, model, manager, true)) {
      for (int i = 0; i < 4; i++) {
        try (var one = inTurn.next();
            var other = ahead.next()) {
          assertThat(other.prepared()).hasSize(3);
          for (int k = 0; k < 3; k++) {
            assertThat(other.prepared().get(k)).isEqualTo(one.prepared().get(k));
            assertThat(other.prepared().get(k).getManager()).isSameAs(other.scratch());
          }
          assertThat(other.tensors().masks()).isEqualTo(one.tensors().masks());
          assertThat(other.tensors().histories()).isEqualTo(one.tensors().histories());
          assertThat(other.tensors().historyKnown()).isEqualTo(one.tensors().historyKnown());
        }
      }
    }
  }

  @Test
  @Timeout(60)
  void closingEndsWhateverWasBegun() throws Exception {
    try (var model = model()) {
      for (int i = 0; i < 20; i++) {
        var ahead = new BatchLoader(Toy::sample, 3, 0, model, manager, true);
        ahead.next().close();
        ahead.close();
      }
    }
  }

  @Test
  void aBatchThatIsTooLargeForACardIsToldWithTheRemedy() throws Exception {
    var tooLarge = new EngineException("CUDA out of memory. Tried to allocate 2 GiB");
    var full =
        new TrainingModel() {
          @Override
          public NDList prepare(NDArray images, NDManager manager) {
            throw tooLarge;
          }

          @Override
          public ForwardPass forward(ParameterStore store, NDList prepared) {
            throw tooLarge;
          }

          @Override
          public String device() {
            return "gpu, float32";
          }

          @Override
          public void close() {}
        };
    try (var ahead = new BatchLoader(Toy::sample, 2, 0, full, manager, true)) {
      assertThatThrownBy(ahead::next).isSameAs(tooLarge);
    }
    assertThat(TrainingException.ofPass(tooLarge, Toy.options(1)))
        .hasMessageContaining("A batch of 2 samples does not fit into the GPU's memory")
        .hasMessageContaining("--batch 1 --accumulate 4");
    assertThat(TrainingException.ofPass(tooLarge, Toy.options(1).withReplays(2)))
        .hasMessageContaining("A batch of 6 samples does not fit into the GPU's memory")
        .hasMessageContaining("--replay 1");
  }

  @Test
  void anotherFailureOfAPassStaysWhatItIs() {
    var failure = new EngineException("shapes differ");

    assertThatThrownBy(() -> TrainingException.ofPass(failure, Toy.options(1))).isSameAs(failure);
  }

  @Test
  void aSampleThatCannotBeMadeIsToldFromAheadToo() throws Exception {
    SampleSource broken =
        number -> {
          throw new IllegalStateException("no such photograph");
        };
    try (var model = model();
        var ahead = new BatchLoader(broken, 2, 0, model, manager, true)) {
      assertThatThrownBy(ahead::next)
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("no such photograph");
    }
  }
}
