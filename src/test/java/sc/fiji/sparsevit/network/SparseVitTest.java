/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.nn.Parameter;
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
}
