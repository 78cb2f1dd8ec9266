/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;

class StretchedGroundTest {

  private static final int SIDE = 100;

  /** 30 gray levels on both sides of the ground's level, as far as there are any. */
  @ParameterizedTest
  @CsvSource({
    "250, 250, 219", "250, 220, 0", "250, 255, 255", "250, 10, 0",
    "200, 200, 128", "200, 170, 0", "200, 230, 255", "200, 240, 255"
  })
  void stretchesWhatLiesAroundTheGroundsLevelToTheFullRange(int ground, int value, int shown) {
    int[] pixels = gray(i -> i == 5 ? value : ground);

    var found = StretchedGround.of(image(pixels)).orElseThrow();
    var stretched = found.stretched(image(pixels));

    assertThat(found.level()).isEqualTo(ground);
    assertThat(levels(stretched)[5]).isEqualTo(shown);
    assertThat(stretched.width()).isEqualTo(SIDE);
    assertThat(pixels).isEqualTo(gray(i -> i == 5 ? value : ground));
  }

  @Test
  void saysWhatWasDoneSoThatAPersonCanDoTheSame() {
    assertThat(new StretchedGround(251).words())
        .isEqualTo("gray levels 221 to 255 shown from black to white");
    assertThat(new StretchedGround(200).words())
        .isEqualTo("gray levels 170 to 230 shown from black to white");
  }

  @Test
  void bandsOnLessThanHalfOfThePictureAreNoHindrance() {
    assertThat(StretchedGround.of(image(gray(i -> i < 49 * SIDE ? 20 : 240)))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"127, 0", "200, 9", "20, 0"})
  void aDarkOrNoisyGroundIsLeftAlone(int ground, double noise) {
    var random = new Random(3);

    var found =
        StretchedGround.of(image(gray(i -> (int) (ground + noise * random.nextGaussian()))));

    assertThat(found).isEmpty();
  }

  @Test
  void aPictureInColorIsLeftAloneButNotForATintOfCompression() {
    int[] pixels = gray(i -> 250);
    pixels[7] = ARGBType.rgba(250, 247, 249, 255);
    assertThat(StretchedGround.of(image(pixels))).isPresent();

    pixels[7] = ARGBType.rgba(250, 240, 240, 255);
    assertThat(StretchedGround.of(image(pixels))).isEmpty();
  }

  /** A probability of .8 becomes .5. */
  @ParameterizedTest
  @CsvSource({"0, .8, .5", ".6, .8, .6", "0, 0, 0", "0, 1, 1", "0, .5, .2"})
  void raisesAMapToWhatIsMoreThanProbableEnough(float known, float shown, float expected) {
    var map = new float[] {known};
    var joined = new float[] {shown};

    StretchedGround.BAR.join(map, joined);

    assertThat(joined[0]).isCloseTo(expected, within(1e-6f));
    assertThat(map[0]).isEqualTo(known);
  }

  private static int[] gray(IntUnaryOperator level) {
    var pixels = new int[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      int value = Math.max(0, Math.min(255, level.applyAsInt(i)));
      pixels[i] = ARGBType.rgba(value, value, value, 255);
    }
    return pixels;
  }

  private static RgbImage image(int[] pixels) {
    return new RgbImage(ArrayImgs.argbs(pixels, SIDE, SIDE), RgbMapping.identity());
  }

  private static int[] levels(RgbImage image) {
    var levels = new int[SIDE * SIDE];
    int i = 0;
    for (var pixel : Views.flatIterable(image.pixels())) {
      levels[i++] = ARGBType.green(pixel.get());
    }
    return levels;
  }
}
