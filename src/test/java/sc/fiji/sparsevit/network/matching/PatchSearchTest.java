/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class PatchSearchTest {

  @Test
  void aGpuGetsTheVectorsThatTheCpuGets() {
    try (var manager = NDManager.newBaseManager()) {
      float[] filters = PatchSearch.filters();
      var kernels = manager.create(filters, new Shape(filters.length / 108, 3, 6, 6));
      var cells = manager.randomUniform(0, 255, new Shape(1, 3, 20, 31));

      float[] convolved = PatchSearch.convolution(cells, kernels).toFloatArray();
      float[] multiplied = PatchSearch.product(cells, kernels).toFloatArray();

      assertThat(multiplied).hasSize(15 * 26 * filters.length / 108);
      assertThat(multiplied).usingComparatorWithPrecision(0.05f).containsExactly(convolved);
    }
  }
}
