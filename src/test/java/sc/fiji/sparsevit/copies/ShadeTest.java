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

  /** Unless it is asked whether nothing was changed. */
  @Test
  void anotherContrastOrBrightnessIsNoUnchangedLight() {
    var random = new Random(33);

    assertThat(Shade.ofUnchanged(patch(i -> 0.9 * level(i)), whole())).isGreaterThan(5);
    assertThat(Shade.ofUnchanged(patch(i -> level(i) + 3), whole())).isCloseTo(3, within(0.01));
    assertThat(Shade.ofUnchanged(patch(i -> level(i) + 2 * random.nextGaussian()), whole()))
        .isLessThan(0.4);
  }

  private static boolean[] whole() {
    var mask = new boolean[SIDE * SIDE];
    Arrays.fill(mask, true);
    return mask;
  }

  private static double level(int pixel) {
    return PICTURE.at(pixel % SIDE, pixel / SIDE);
  }

  /**
   * @param side of the part that is compared
   * @param partner gray level that lies on a pixel
   */
  private static double shade(int side, IntToDoubleFunction partner) {
    var mask = new boolean[SIDE * SIDE];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % SIDE < side && i / SIDE < side;
    }
    return Shade.between(patch(partner), mask);
  }

  private static AlignedParts patch(IntToDoubleFunction partner) {
    var own = new float[SIDE * SIDE];
    var other = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = (float) level(i);
      other[i] = (float) partner.applyAsDouble(i);
    }
    return new AlignedParts(new Rectangle(SIDE, SIDE), own, other, whole());
  }
}
