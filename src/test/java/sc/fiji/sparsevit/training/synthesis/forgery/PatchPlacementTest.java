/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.History;

class PatchPlacementTest {

  @Test
  void aLimitSparesWorkButNeverHidesABetterPlace() {
    var random = new Random(1);
    var below = noise(60, 50, random);
    var opacity = new FloatPlane(20, 16);
    for (int i = 0; i < opacity.values().length; i++) {
      opacity.values()[i] = random.nextInt(2);
    }
    for (int i = 0; i < 200; i++) {
      var patch =
          new Patch(
              noise(20, 16, random),
              opacity,
              random.nextInt(70) - 15,
              random.nextInt(60) - 12,
              History.NONE);
      double exact = PatchPlacement.disagreement(patch, below);
      double limit = random.nextDouble(70, 100);

      double limited = PatchPlacement.disagreement(patch, below, limit);

      if (exact < limit) {
        assertThat(limited).isEqualTo(exact);
      } else {
        assertThat(limited).isGreaterThanOrEqualTo(limit);
      }
    }
  }

  private static RgbRaster noise(int width, int height, Random random) {
    var noise = new RgbRaster(width, height);
    random.nextBytes(noise.samples());
    return noise;
  }
}
