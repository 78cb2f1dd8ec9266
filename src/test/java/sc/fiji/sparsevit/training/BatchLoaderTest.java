/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
