/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.progress.ProgressListener;

/** In a micrograph made for the test: dots of many sizes with the noise of a camera. */
class SmallPartsTest {

  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;
  private static final int SIDE = 36;

  @ParameterizedTest
  @CsvSource({
    "0, false, 1, moved",
    "180, false, 1, turned 180 degrees",
    "90, false, 1, turned 90 degrees clockwise",
    "0, true, 1, mirrored",
    "180, true, 1, 'mirrored, turned 180 degrees'",
    "0, false, 0.9, moved"
  })
  void aSmallPartSetInElsewhereIsFoundWithItsTransformation(
      double degrees, boolean mirrored, double contrast, String words) {
    var to = DotPictures.taking(90, 80, 301, 217, degrees, mirrored, 1);
    var picture = stamped(DotPictures.dots(WIDTH, HEIGHT, 21), to, contrast);

    var pairs = CopyFinder.within(picture, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    var pair = pairs.get(0).first().contains(90, 80) ? pairs.get(0) : pairs.get(0).reversed();
    assertThat(pair.transformation().words()).isEqualTo(words);
    assertThat(pair.transformation().x(90, 80)).isCloseTo(301, within(0.5));
    assertThat(pair.transformation().y(90, 80)).isCloseTo(217, within(0.5));
    assertThat(pair.second().area() / (double) (SIDE * SIDE)).isBetween(0.7, 1.2);
  }

  @Test
  void theSameWithoutTheStampHasNoPair() {
    var picture = DotPictures.dots(WIDTH, HEIGHT, 21);

    assertThat(CopyFinder.within(picture, ProgressListener.NONE)).isEmpty();
  }

  /** Their memory would grow with the picture, and hardly any would be found. */
  @Test
  void smallPartsAreNotLookedForInVeryLargePictures() {
    var picture = new Luminance(1_000, 16_001, new byte[1_000 * 16_001]);

    assertThat(SmallParts.find(picture, null)).isEmpty();
  }

  /** Of cells of the stamp's size, each as noisy as a camera would see it. */
  @Test
  void aRegularPatternOfSmallPartsIsNoPair() {
    var cell = DotPictures.dots(SIDE, SIDE, 22);
    var random = new Random(23);
    var levels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < levels.length; i++) {
      int x = i % WIDTH % SIDE;
      int y = i / WIDTH % SIDE;
      levels[i] = level(cell.at(x, y) + 3 * random.nextGaussian());
    }

    assertThat(CopyFinder.within(new Luminance(WIDTH, HEIGHT, levels), ProgressListener.NONE))
        .isEmpty();
  }

  private static Luminance stamped(Luminance picture, Similarity to, double contrast) {
    byte[] levels = picture.levels().clone();
    for (int y = 80 - SIDE / 2; y < 80 + SIDE / 2; y++) {
      for (int x = 90 - SIDE / 2; x < 90 + SIDE / 2; x++) {
        int place = (int) Math.round(to.y(x, y)) * WIDTH + (int) Math.round(to.x(x, y));
        levels[place] = level(120 + contrast * (picture.at(x, y) - 120));
      }
    }
    return new Luminance(WIDTH, HEIGHT, levels);
  }

  private static byte level(double value) {
    return (byte) (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
