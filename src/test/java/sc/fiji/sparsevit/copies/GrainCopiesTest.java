/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class GrainCopiesTest {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 400;

  /** A sky without a keypoint that could be matched. */
  @ParameterizedTest
  @CsvSource({"370, 190", "128, 290", "403, 153"})
  void aMovedPieceOfSkyIsFound(int x, int y) {
    var to = DotPictures.taking(130, 120, x, y, 0, false, 1);
    var picture = DotPictures.copied(DotPictures.grain(WIDTH, HEIGHT, 21), 130, 120, 55, to);

    var pairs = CopyFinder.within(picture, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    var pair = pairs.get(0).first().contains(130, 120) ? pairs.get(0) : pairs.get(0).reversed();
    assertThat(pair.transformation()).isEqualTo(new Similarity(1, 0, false, x - 130, y - 120));
    assertThat(pair.first().area() / (Math.PI * 55 * 55)).isCloseTo(1, within(0.25));
    assertThat(pair.second().contains(x, y)).isTrue();
  }

  /** Larger than the transformation's side: it is folded, and the shift unfolded again. */
  @Test
  void aShiftOfALargePictureIsFoundThoughItIsFolded() {
    var random = new Random(5);
    var levels = new byte[5000 * 700];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (120 + 2.5 * random.nextGaussian());
    }
    for (int y = 0; y < 300; y++) {
      System.arraycopy(levels, (200 + y) * 5000 + 100, levels, (300 + y) * 5000 + 4500, 300);
    }

    var shifts =
        GrainShifts.find(GrainPlane.of(new Luminance(5000, 700, levels)), ProgressListener.NONE);

    assertThat(shifts).anyMatch(shift -> shift.right() == 4400 && shift.down() == 100);
  }

  /** Too small to stand out among all that a picture of 7 megapixels can agree with by chance. */
  @Test
  void aSmallPieceOfALargeSkyIsFoundBetweenSquares() {
    int width = 3200;
    var random = new Random(6);
    var levels = new byte[width * 2200];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (120 + 2.5 * random.nextGaussian());
    }
    for (int y = 0; y < 130; y++) {
      System.arraycopy(levels, (250 + y) * width + 300, levels, (1900 + y) * width + 2600, 130);
    }
    var picture = new Luminance(width, 2200, levels);

    var pairs = CopyFinder.within(picture, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    var pair = pairs.get(0).first().contains(350, 300) ? pairs.get(0) : pairs.get(0).reversed();
    assertThat(pair.transformation()).isEqualTo(new Similarity(1, 0, false, 2300, 1650));
    assertThat(pair.second().contains(2650, 1950)).isTrue();
  }

  /** The clearest shift may be that of a neighbor. */
  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 0", "0, -1"})
  void aShiftThatIsAPixelOffIsCorrected(int right, int down) {
    var to = DotPictures.taking(130, 120, 370, 190, 0, false, 1);
    var picture = DotPictures.copied(DotPictures.grain(WIDTH, HEIGHT, 21), 130, 120, 55, to);
    var copies = new GrainCopies(picture, GrainPlane.of(picture), new SearchWork());

    var pair = copies.pair(new GrainShifts.Shift(240 + right, 70 + down, 9));

    assertThat(pair).isNotNull();
    assertThat(pair.transformation()).isEqualTo(new Similarity(1, 0, false, 240, 70));
  }

  @Test
  void theSearchBetweenSquaresCanBeCanceled() {
    var grain = GrainPlane.of(DotPictures.grain(1400, 1100, 8));

    assertThatThrownBy(() -> GrainTiles.shifts(grain, new CancelAfter(0)))
        .isInstanceOf(CancellationException.class);
  }

  /** The steps and dots of drawn shades are no grain, for they occur elsewhere, too. */
  @Test
  void theGrainOfADrawnShadeTellsNothing() {
    int width = 1400;
    var random = new Random(7);
    var levels = new byte[width * 900];
    for (int i = 0; i < levels.length; i++) {
      double shade = 120 + i % width / 97.0 + i / width / 53.0;
      levels[i] = (byte) (shade + (random.nextDouble() < 0.6 ? 1 : 0));
    }
    for (int y = 0; y < 200; y++) {
      System.arraycopy(levels, (50 + y) * width + 60, levels, (650 + y) * width + 1100, 200);
    }

    var picture = new Luminance(width, 900, levels);
    var copies = new GrainCopies(picture, GrainPlane.of(picture), new SearchWork());

    assertThat(copies.pair(new GrainShifts.Shift(1040, 600, 9))).isNull();
  }

  @Test
  void grainThatOccursOnceIsNoPair() {
    assertThat(CopyFinder.within(DotPictures.grain(WIDTH, HEIGHT, 22), ProgressListener.NONE))
        .isEmpty();
  }

  /** Neither a weave nor the stripes of a screen are copies, however faint they are. */
  @ParameterizedTest
  @CsvSource({"7, 7", "90, 60", "64, 64", "60, 1"})
  void aFaintPatternThatRepeatsIsNoPair(int across, int down) {
    var random = new Random(6);
    var pattern = new float[across * down];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (float) (3 * random.nextGaussian());
    }
    var levels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < levels.length; i++) {
      float repeated = pattern[i / WIDTH % down * across + i % WIDTH % across];
      levels[i] = (byte) Math.round(120 + repeated + random.nextGaussian());
    }

    assertThat(CopyFinder.within(new Luminance(WIDTH, HEIGHT, levels), ProgressListener.NONE))
        .isEmpty();
  }
}
