/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class GrainCopiesTest {

  private static final Grain CALM = new Grain(0.6, 0.8, 9800);

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
    byte[] levels = sky(5000 * 700, 5);
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
    byte[] levels = sky(width * 2200, 6);
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

  /** Lines fit themselves when they are moved along, too; the grain between them does not. */
  @Test
  void grainBetweenLinesOfALargePictureTellsByItsOnePeak() {
    var picture = grainBetweenLines(1400, 900, 1020, 590);
    var copies = new GrainCopies(picture, GrainPlane.of(picture), new SearchWork());
    var shift = new GrainShifts.Shift(1020, 590, 9);

    var explained = copies.at(shift);
    var pair = copies.pair(shift);

    assertThat(explained.score()).isLessThan(Verdict.THRESHOLD);
    assertThat(pair).isNotNull();
    assertThat(pair.first().contains(150, 130)).isTrue();
  }

  /** The same in a picture that is not large, whose lines keypoints can see. */
  @Test
  void grainBetweenLinesOfASmallPictureTellsNothing() {
    var picture = grainBetweenLines(1000, 700, 720, 390);
    var copies = new GrainCopies(picture, GrainPlane.of(picture), new SearchWork());

    assertThat(copies.pair(new GrainShifts.Shift(720, 390, 9))).isNull();
  }

  /** An even grain that stands out nowhere, such as that of a drawn texture. */
  @Test
  void aPeakThatIsNotClearIsNotEnoughInALargePicture() {
    var explained = explained(0.95, 0.05, CALM);

    assertThat(explained.score()).isGreaterThan(Verdict.THRESHOLD);
    assertThat(explained.score(4)).isLessThan(Verdict.THRESHOLD);
    assertThat(explained.score(9)).isGreaterThan(Verdict.THRESHOLD);
  }

  /** Softened by its lens, or by being made smaller. */
  @Test
  void grainThatAgreesWithWhatIsBesideItTellsByAClearPeak() {
    var explained = explained(0.98, 0.9, CALM);

    assertThat(explained.score()).isLessThan(Verdict.THRESHOLD);
    assertThat(explained.score(4)).isLessThan(Verdict.THRESHOLD);
    assertThat(explained.score(9)).isGreaterThan(Verdict.THRESHOLD);
  }

  @Test
  void grainOfWhichCompressionLeftLittleTellsByAClearPeak() {
    var explained = explained(0.7, 0.1, new Grain(0.07, 0.3, 9900));

    assertThat(explained.score()).isLessThan(Verdict.THRESHOLD);
    assertThat(explained.score(9)).isGreaterThan(Verdict.THRESHOLD);
    assertThat(explained(0.5, 0.3, new Grain(0.07, 0.3, 9900)).score(9))
        .isLessThan(Verdict.THRESHOLD);
  }

  /** Of another sky, neither the level nor how it falls off is the same. */
  @Test
  void faintGrainOnTheSameGrayLevelsTellsByALessClearPeak() {
    var faint = new Grain(0.16, 0.3, 9900);

    assertThat(explained(0.4, 0.05, faint, 0.3).score(4.8)).isGreaterThan(Verdict.THRESHOLD);
    assertThat(explained(0.4, 0.05, faint, 0.3).score(4)).isLessThan(Verdict.THRESHOLD);
    assertThat(explained(0.4, 0.05, faint, 2).score(9)).isLessThan(Verdict.THRESHOLD);
  }

  /** Lines that lie on lines keep their gray levels, too. */
  @Test
  void whatAgreesElsewhereNeedsAClearPeakOnTheSameGrayLevels() {
    var explained = explained(0.9, 0.6, new Grain(0.4, 0.8, 4000), 0.3);

    assertThat(explained.score(4.8)).isLessThan(Verdict.THRESHOLD);
    assertThat(explained.score(9)).isGreaterThan(Verdict.THRESHOLD);
  }

  /** Compression, or scanning, leaves a third of the grain alike. */
  @Test
  void aMovedPieceOfASkyWithHardlyAnyGrainInCommonIsOutlinedByWiderWindows() {
    int width = 1400;
    var random = new Random(12);
    var levels = new float[width * 900];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (float) (120 + i / width / 30.0 + 1.8 * random.nextGaussian());
    }
    for (int y = 60; y < 260; y++) {
      System.arraycopy(levels, y * width + 80, levels, (y + 590) * width + 1080, 200);
    }
    for (int i = 0; i < levels.length; i++) {
      levels[i] += (float) (2.6 * random.nextGaussian());
    }
    var picture = new Luminance(width, 900, rounded(levels));
    var copies = new GrainCopies(picture, GrainPlane.of(picture), new SearchWork());

    var pair = copies.pair(new GrainShifts.Shift(1000, 590, 9));

    assertThat(pair).isNotNull();
    assertThat(pair.first().area()).isCloseTo(200 * 200, within(10_000));
    assertThat(copies.pair(new GrainShifts.Shift(900, 590, 9))).isNull();
  }

  /** Compression leaves gray levels that differ by two at most. */
  @Test
  void anEvenSkyIsLookedAtInAPhotographButNotInADrawing() {
    assertThat(pairOfEvenSky(3)).isNotNull();
    assertThat(pairOfEvenSky(0.4)).isNull();
  }

  private static CopyPair pairOfEvenSky(double noiseBelow) {
    int width = 1400;
    int height = 1000;
    var random = new Random(14);
    var levels = new float[width * height];
    for (int i = 0; i < levels.length; i++) {
      double noise = i / width < 500 ? 0.4 : noiseBelow;
      levels[i] = (float) (220 - i / width / 100.0 + noise * random.nextGaussian());
    }
    for (int y = 60; y < 260; y++) {
      System.arraycopy(levels, y * width + 80, levels, (y + 190) * width + 1080, 200);
    }
    var picture = new Luminance(width, height, rounded(levels));
    var copies = new GrainCopies(picture, GrainPlane.of(picture), new SearchWork());
    return copies.pair(new GrainShifts.Shift(1000, 190, 9));
  }

  /** Of a part with edges, compression changes the grain more. */
  @Test
  void theMoreTwoPartsAgreeTheLessGrainIsNeeded() {
    var little = new Grain(0.31, 0.5, 6000);

    assertThat(explained(0.96, 0.4, little).score(9)).isGreaterThan(Verdict.THRESHOLD);
    assertThat(explained(0.88, 0.4, little).score(9)).isLessThan(Verdict.THRESHOLD);
    assertThat(explained(0.96, 0.4, little).score(4)).isLessThan(Verdict.THRESHOLD);
  }

  private static GrainCopies.Explained explained(
      double correlation, double elsewhere, Grain grain) {
    return explained(correlation, elsewhere, grain, 2);
  }

  /** Of a part of a hundred by a hundred pixels. */
  private static GrainCopies.Explained explained(
      double correlation, double elsewhere, Grain grain, double shade) {
    var mask = new boolean[100 * 100];
    Arrays.fill(mask, true);
    var first = CopyPart.of(new Rectangle(0, 0, 100, 100), mask);
    var second = CopyPart.of(new Rectangle(500, 0, 100, 100), mask);
    var similarity = new Similarity(1, 0, false, 500, 0);
    return new GrainCopies.Explained(
        first, second, similarity, correlation, elsewhere, grain, shade);
  }

  /** Waves that lie on waves have peaks beside the highest one that are nearly as high. */
  @Test
  void wavesOfALargePictureAreNoPair() {
    int width = 1400;
    var random = new Random(3);
    var levels = new float[width * 900];
    for (int i = 0; i < levels.length; i++) {
      double x = i % width;
      double y = i / width;
      double waves = Math.sin(x / 1.7 + Math.sin(y / 40)) + Math.sin(y / 2.3 + x / 90);
      levels[i] = (float) (120 + 3 * waves + 0.4 * random.nextGaussian());
    }
    var picture = new Luminance(width, 900, rounded(levels));

    assertThat(CopyFinder.within(picture, ProgressListener.NONE)).isEmpty();
  }

  private static Luminance grainBetweenLines(int width, int height, int right, int down) {
    var random = new Random(11);
    var lines = new float[width * height];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = i % width % 44 < 8 ? 160 : 120;
    }
    float[] levels = Blur.of(lines, width, height, 1);
    for (int i = 0; i < levels.length; i++) {
      levels[i] += (float) (2.5 * random.nextGaussian());
    }
    for (int y = 60; y < 210; y++) {
      System.arraycopy(levels, y * width + 80, levels, (y + down) * width + 80 + right, 150);
    }
    return new Luminance(width, height, rounded(levels));
  }

  /** Even, with the grain of a camera. */
  private static byte[] sky(int pixels, int seed) {
    var random = new Random(seed);
    var levels = new byte[pixels];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (120 + 2.5 * random.nextGaussian());
    }
    return levels;
  }

  private static byte[] rounded(float[] values) {
    var levels = new byte[values.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.round(values[i]);
    }
    return levels;
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
  void aPieceOfSeventyPixelsOfALargeSkyIsFound() {
    int width = 3000;
    byte[] levels = sky(width * 2000, 16);
    for (int y = 0; y < 70; y++) {
      System.arraycopy(levels, (140 + y) * width + 170, levels, (1850 + y) * width + 2700, 70);
    }

    var shifts =
        GrainTiles.shifts(GrainPlane.of(new Luminance(width, 2000, levels)), ProgressListener.NONE);

    assertThat(shifts).anyMatch(shift -> shift.right() == 2530 && shift.down() == 1710);
    assertThat(shifts).hasSize(1);
  }

  /** Tiles that repeat agree with one another at every shift of their lattice. */
  @Test
  void ofALatticeHardlyAnyShiftIsLeft() {
    int width = 1280;
    var tile = DotPictures.dots(60, 60, 3);
    var levels = new byte[width * width];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = tile.levels()[i / width % 60 * 60 + i % width % 60];
    }
    var grain = GrainPlane.of(new Luminance(width, width, levels));

    assertThat(GrainTiles.shifts(grain, ProgressListener.NONE)).hasSizeGreaterThan(20);
    assertThat(GrainShifts.find(grain, ProgressListener.NONE)).hasSizeLessThan(3);
  }

  /** A cloning brush is set down more than once. */
  @Test
  void fourPiecesThatAreTheSameAreNoLattice() {
    int width = 2000;
    byte[] levels = sky(width * 1500, 14);
    int[][] places = {{1700, 130}, {1630, 1300}, {310, 1210}};
    for (var place : places) {
      for (int y = 0; y < 150; y++) {
        int to = (place[1] + y) * width + place[0];
        System.arraycopy(levels, (100 + y) * width + 100, levels, to, 150);
      }
    }

    var shifts =
        GrainShifts.find(GrainPlane.of(new Luminance(width, 1500, levels)), ProgressListener.NONE);

    assertThat(shifts).anyMatch(shift -> shift.right() == 1600 && shift.down() == 30);
    assertThat(shifts).anyMatch(shift -> shift.right() == 1530 && shift.down() == 1200);
    assertThat(shifts).anyMatch(shift -> shift.right() == 210 && shift.down() == 1110);
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
