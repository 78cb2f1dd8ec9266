/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasTest {

  @ParameterizedTest
  @ValueSource(doubles = {2, 3, 4.7})
  void aNarrowSpotIsAsBrightAsItsFormulaSays(double steepness) {
    var canvas = new Canvas(90, 70, 20);

    canvas.spot(new Canvas.Spot(31.5, 40, 3, 30, 0), 150, steepness);

    for (int y = 0; y < 70; y++) {
      for (int x = 0; x < 90; x++) {
        double u = (x - 31.5) / 3;
        double v = (y - 40) / 30.0;
        double light = 150 * Math.exp(-Math.pow(u * u + v * v, steepness / 2));
        boolean reached = Math.abs(x - 31.5) <= 66 && Math.abs(y - 40) <= 66;
        assertThat(canvas.plane().at(x, y)).isEqualTo(20 + (reached ? (float) light : 0));
      }
    }
  }
}
