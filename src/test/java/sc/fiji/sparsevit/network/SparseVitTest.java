/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Test;

class SparseVitTest {

  @Test
  void baseHasThePapersParametersAndKeys() {
    var state = new SparseVit(SparseVitConfig.base()).state();

    assertThat(state).hasSize(814);
    var parameters =
        state.values().stream().filter(p -> p.getType() != Parameter.Type.OTHER).toList();
    assertThat(parameters).hasSize(736);
    assertThat(parameters.stream().mapToLong(p -> p.getShape().size()).sum()).isEqualTo(50_345_921);
    assertThat(
            parameters.stream()
                .filter(p -> !p.requiresGradient())
                .mapToLong(p -> p.getShape().size())
                .sum())
        .as("stored but never used")
        .isEqualTo(100_224);
  }

  /** What weights of a network without matching start one with it from. */
  @Test
  void matchingStartsBySayingNothing() {
    try (var manager = NDManager.newBaseManager()) {
      var plain = GoldenRule.network(manager, SparseVitConfig.lite());
      var matching = new SparseVit(SparseVitConfig.lite().withMatching()).initialized(manager);
      var state = matching.state();
      plain
          .state()
          .forEach((key, parameter) -> parameter.getArray().copyTo(state.get(key).getArray()));
      var image = GoldenRule.input(manager, 128, 256);
      var store = new ParameterStore(manager, false);

      assertThat(matching.probabilities(store, image)).isEqualTo(plain.probabilities(store, image));
    }
  }
}
