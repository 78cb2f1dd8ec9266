/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ShadeTest {
  private static final int SIDE = 64;
  private static final Luminance PICTURE = DotPictures.dots(SIDE, SIDE, 31);

  @Test
  void aCopyWithAnotherContrastAndBrightnessKeepsItsShade() {
    assertThat(shade(SIDE, i -> 0.7 * level(i) + 20)).isCloseTo(0, within(0.01));
  }

  @Test
  void anotherNoiseChangesItLittle() {
    var random = new Random(32);

    assertThat(shade(SIDE, i -> level(i) + 4 * random.nextGaussian())).isLessThan(0.8);
  }

  @Test
  void lightThatFallsFromAnotherSideChangesIt() {
    assertThat(shade(SIDE, i -> level(i) * (1 + 0.002 * (i % SIDE)))).isGreaterThan(2);
  }

  @Test
  void tooSmallAPartSaysNothing() {
    assertThat(shade(16, i -> level(i) * (1 + 0.002 * (i % SIDE)))).isZero();
  }

  private static double level(int pixel) {
    return PICTURE.at(pixel % SIDE, pixel / SIDE);
  }

  /**
   * @param side of the part that is compared
   * @param partner gray level that lies on a pixel
   */
  private static double shade(int side, IntToDoubleFunction partner) {
    var own = new float[SIDE * SIDE];
    var other = new float[own.length];
    var mask = new boolean[own.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = (float) level(i);
      other[i] = (float) partner.applyAsDouble(i);
      mask[i] = i % SIDE < side && i / SIDE < side;
    }
    var inside = new boolean[own.length];
    Arrays.fill(inside, true);
    var patch = new AlignedParts(new Rectangle(SIDE, SIDE), own, other, inside);
    return Shade.between(patch, mask);
  }
}
