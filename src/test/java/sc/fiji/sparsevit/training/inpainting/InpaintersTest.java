/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.inpainting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.RgbRaster;

class InpaintersTest {

  private static final int SIZE = 48;

  static Stream<Inpainter> inpainters() {
    return Stream.of(
        new Membrane(),
        new FastMarching(3, FastMarching.Rule.TELEA),
        new FastMarching(3, FastMarching.Rule.NAVIER_STOKES),
        new EvenFill(0, 1),
        new EvenFill(1, 1),
        new TextureGrowth(1));
  }

  @ParameterizedTest
  @MethodSource("inpainters")
  void holeInAUniformPictureDisappears(Inpainter inpainter) {
    var picture = uniform(0x5078a0);
    var damaged = picture.copy();
    var hole = disc(24, 24, 10);
    for (int i = 0; i < hole.length; i++) {
      if (hole[i]) {
        damaged.set(i, 0xffffff);
      }
    }
    assertThat(inpainter.fill(damaged, hole).samples()).isEqualTo(picture.samples());
  }

  @ParameterizedTest
  @MethodSource("inpainters")
  void pixelsOutsideTheHoleStay(Inpainter inpainter) {
    var picture = checkerboard();
    var before = picture.copy();
    var hole = disc(3, 20, 9);
    var filled = inpainter.fill(picture, hole);
    for (int i = 0; i < hole.length; i++) {
      if (!hole[i]) {
        assertThat(filled.samples()[i]).isEqualTo(before.samples()[i]);
      }
    }
    assertThat(picture.samples()).isEqualTo(before.samples());
  }

  @ParameterizedTest
  @MethodSource("inpainters")
  void holeThatLeavesAlmostNothingIsFilledAllTheSame(Inpainter inpainter) {
    var picture = uniform(0x404040);
    var hole = new boolean[SIZE * SIZE];
    Arrays.fill(hole, SIZE, hole.length, true);
    for (int i = SIZE; i < hole.length; i++) {
      picture.set(i, 0xffffff);
    }
    assertThat(inpainter.fill(picture, hole).at(1, 20, 40)).isEqualTo(0x40);
  }

  @Test
  void membraneContinuesARamp() {
    var ramp = new FloatPlane(SIZE, SIZE);
    for (int i = 0; i < ramp.values().length; i++) {
      ramp.values()[i] = 2 * (i % SIZE) + i / SIZE;
    }
    var hole = disc(24, 24, 9);
    var damaged = new FloatPlane(SIZE, SIZE, ramp.values().clone());
    for (int i = 0; i < hole.length; i++) {
      damaged.values()[i] = hole[i] ? 0 : damaged.values()[i];
    }
    assertThat(new Membrane().stretch(damaged, hole).values())
        .containsExactly(ramp.values(), within(1f));
  }

  @Test
  void textureGrowthContinuesTextureWhereAMembraneBlursIt() {
    var hole = disc(24, 24, 9);
    assertThat(contrast(new TextureGrowth(1).fill(checkerboard(), hole), hole)).isGreaterThan(90);
    assertThat(contrast(new Membrane().fill(checkerboard(), hole), hole)).isLessThan(60);
  }

  /** Mean distance from middle gray inside the hole: 100 in the checkerboard. */
  private static double contrast(RgbRaster picture, boolean[] hole) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < hole.length; i++) {
      if (hole[i]) {
        sum += Math.abs((picture.samples()[i] & 255) - 128);
        count++;
      }
    }
    return sum / count;
  }

  private static RgbRaster uniform(int color) {
    var picture = new RgbRaster(SIZE, SIZE);
    for (int i = 0; i < picture.pixels(); i++) {
      picture.set(i, color);
    }
    return picture;
  }

  private static RgbRaster checkerboard() {
    var picture = new RgbRaster(SIZE, SIZE);
    for (int i = 0; i < picture.pixels(); i++) {
      int gray = (i % SIZE / 2 + i / SIZE / 2) % 2 == 0 ? 28 : 228;
      picture.set(i, gray << 16 | gray << 8 | gray);
    }
    return picture;
  }

  private static boolean[] disc(int x, int y, int radius) {
    var disc = new boolean[SIZE * SIZE];
    for (int i = 0; i < disc.length; i++) {
      disc[i] = Math.hypot(i % SIZE - x, i / SIZE - y) <= radius;
    }
    return disc;
  }
}
