/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.grain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuadraticSurfaceTest {

  @Test
  void nothingIsLeftOfASurfaceOfSecondDegree() {
    var levels = new float[64];
    for (int i = 0; i < 64; i++) {
      int x = i % 8;
      int y = i / 8;
      levels[i] = 120 + 3 * x - 2 * y + 0.5f * x * y - 0.25f * y * y + x * x;
    }

    assertThat(QuadraticSurface.remainder(levels)).isCloseTo(0, within(1e-3f));
  }

  /** Six of 64 degrees of freedom are gone. */
  @Test
  void noiseKeepsMostOfItsVariance() {
    var random = new Random(1);
    double sum = 0;
    int blocks = 2000;
    for (int block = 0; block < blocks; block++) {
      var levels = new float[64];
      for (int i = 0; i < 64; i++) {
        levels[i] = (float) (128 + 3 * random.nextGaussian());
      }
      sum += QuadraticSurface.remainder(levels);
    }

    assertThat(sum / blocks).isCloseTo(9 * 58 / 64.0, within(0.15));
  }
}
