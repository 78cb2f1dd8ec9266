/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.RgbRaster;

class MatteTest {

  private static final int SIDE = 100;
  private static final double RADIUS = 25;

  @Test
  void anOutlineThatIsOffMovesOntoTheEdge() {
    var off = disc(52);

    var fitted = Matte.fitted(off, picture());

    assertThat(error(off)).isGreaterThan(0.015);
    assertThat(error(fitted)).isLessThan(error(off) / 2);
  }

  @Test
  void whereThereIsNoEdgeTheOutlineStaysWhereItIs() {
    var outline = disc(50);

    var fitted = Matte.fitted(outline, new RgbRaster(SIDE, SIDE));

    assertThat(area(fitted)).isCloseTo(area(outline), within(0.03 * area(outline)));
    assertThat(fitted.at(50, 50)).isEqualTo(1);
    assertThat(fitted.at(5, 5)).isZero();
  }

  @Test
  void opacitiesStayBetween0And1() {
    var fitted = Matte.fitted(disc(53), picture());

    for (float value : fitted.values()) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  /** A bright disc around (50, 50). */
  private static RgbRaster picture() {
    var picture = new RgbRaster(SIDE, SIDE);
    float[] disc = disc(50).values();
    for (int i = 0; i < picture.samples().length; i++) {
      picture.samples()[i] = (byte) (60 + 120 * disc[i % disc.length]);
    }
    return picture;
  }

  private static FloatPlane disc(int x) {
    var disc = new FloatPlane(SIDE, SIDE);
    for (int i = 0; i < disc.values().length; i++) {
      disc.values()[i] = Math.hypot(i % SIDE - x, i / SIDE - 50) < RADIUS ? 1 : 0;
    }
    return disc;
  }

  private static double error(FloatPlane outline) {
    float[] disc = disc(50).values();
    double sum = 0;
    for (int i = 0; i < disc.length; i++) {
      sum += Math.abs(outline.values()[i] - disc[i]);
    }
    return sum / disc.length;
  }

  private static double area(FloatPlane outline) {
    var values = new double[outline.values().length];
    Arrays.setAll(values, i -> outline.values()[i]);
    return Arrays.stream(values).sum();
  }
}
