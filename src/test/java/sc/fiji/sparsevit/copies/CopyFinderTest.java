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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class CopyFinderTest {

  @ParameterizedTest
  @CsvSource({
    "0, false, 1",
    "90, false, 1",
    "-37, false, 1",
    "163, false, 1",
    "0, true, 1",
    "120, true, 1",
    "0, false, 0.6",
    "0, false, 1.7",
    "3, false, 1.03",
    "25, true, 1.3",
    "180, false, 0.8"
  })
  void aCopyIsFoundWithItsTransformation(double degrees, boolean mirrored, double scale) {
    var to = DotPictures.taking(110, 150, 330.5, 180.25, degrees, mirrored, scale);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), 110, 150, 60, to);

    var pairs = CopyFinder.within(picture, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    var pair = pairs.get(0).first().contains(110, 150) ? pairs.get(0) : pairs.get(0).reversed();
    var found = pair.transformation();
    assertThat(found.mirrored()).isEqualTo(mirrored);
    assertThat(Math.IEEEremainder(found.angle() - degrees, 360)).isCloseTo(0, within(1.0));
    assertThat(found.scale() / scale).isCloseTo(1, within(0.02));
    assertThat(found.x(110, 150)).isCloseTo(330.5, within(0.5));
    assertThat(found.y(110, 150)).isCloseTo(180.25, within(0.5));
    double disk = Math.PI * 60 * 60;
    assertThat(pair.first().area() / disk).isCloseTo(1, within(0.15));
    assertThat(pair.second().area() / (disk * scale * scale)).isCloseTo(1, within(0.15));
    assertThat(pair.correlation()).isGreaterThan(0.9);
    assertThat(pair.matches()).hasSizeGreaterThan(8);
  }

  @Test
  void whatOccursOnceHasNoPair() {
    assertThat(CopyFinder.within(DotPictures.dots(460, 320, 2), ProgressListener.NONE)).isEmpty();
  }

  @Test
  void aFlatPictureHasNoPair() {
    var levels = new byte[300 * 200];
    Arrays.fill(levels, (byte) 200);
    assertThat(CopyFinder.within(new Luminance(300, 200, levels), ProgressListener.NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 700", "17, 3", "30, 30"})
  void aTinyPictureHasNoPair(int width, int height) {
    var levels = new byte[width * height];
    new Random(1).nextBytes(levels);
    var picture = new Luminance(width, height, levels);
    assertThat(CopyFinder.within(picture, ProgressListener.NONE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 60})
  void aRepeatedTileGivesFewPairsOrNone(int side) {
    var tile = DotPictures.dots(side, side, 3);
    var levels = new byte[720 * 600];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = tile.levels()[i / 720 % side * side + i % 720 % side];
    }
    assertThat(CopyFinder.within(new Luminance(720, 600, levels), ProgressListener.NONE))
        .hasSizeLessThanOrEqualTo(CopyFinder.MOST_PAIRS);
  }

  @Test
  void theNumberOfProcessorsMakesNoDifferenceToThePairs() throws Exception {
    var picture = DotPictures.dots(700, 500, 13);
    double[][] copies = {{110, 150, 330, 180}, {110, 150, 560, 130}, {400, 400, 200, 390}};
    for (double[] copy : copies) {
      var to = DotPictures.taking(copy[0], copy[1], copy[2], copy[3], 40, false, 1.2);
      picture = DotPictures.copied(picture, copy[0], copy[1], 45, to);
    }
    var made = picture;

    assertThat(found(made, 1)).hasSizeGreaterThan(2).isEqualTo(found(made, 7));
  }

  private static List<String> found(Luminance picture, int processors) throws Exception {
    var pool = new ForkJoinPool(processors);
    try {
      return pool.submit(() -> CopyFinder.within(picture, ProgressListener.NONE)).get().stream()
          .map(pair -> pair.first().box() + " " + pair.transformation() + " " + pair.score())
          .toList();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aCopyFarAwayInALargePictureIsFound() {
    var to = DotPictures.taking(300, 250, 2300, 900, 0, false, 1);
    var picture = DotPictures.copied(DotPictures.dots(2700, 1300, 10), 300, 250, 70, to);

    var pairs = CopyFinder.within(picture, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    var pair = pairs.get(0).first().contains(300, 250) ? pairs.get(0) : pairs.get(0).reversed();
    assertThat(pair.second().contains(2300, 900)).isTrue();
    assertThat(pair.transformation().words()).isEqualTo("moved");
  }

  /** Faint clouds with a camera's noise; two alike, of which one has the other's noise or not. */
  /** Much work each, while chance agreements wait for their turn. */
  @Test
  void twoPanelsThatAreEachThereTwiceAreTwoPairs() {
    var one = DotPictures.dots(400, 300, 21);
    var other = DotPictures.dots(400, 300, 22);
    var page = new byte[840 * 640];
    java.util.Arrays.fill(page, (byte) 255);
    set(page, one, 10, 10, false);
    set(page, other, 430, 10, false);
    set(page, other, 10, 330, true);
    set(page, one, 430, 330, false);

    var pairs = CopyFinder.within(new Luminance(840, 640, page), ProgressListener.NONE);

    assertThat(pairs)
        .extracting(pair -> pair.transformation().words())
        .containsExactlyInAnyOrder("moved", "mirrored");
    assertThat(pairs).allSatisfy(pair -> assertThat(pair.first().area()).isGreaterThan(100_000));
  }

  private static void set(byte[] page, Luminance panel, int left, int top, boolean mirrored) {
    for (int i = 0; i < panel.levels().length; i++) {
      int x = mirrored ? panel.width() - 1 - i % panel.width() : i % panel.width();
      page[(top + i / panel.width()) * 840 + left + x] = panel.levels()[i];
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void faintPartsAreAPairIfTheirGrainIsTheSame(boolean copied) {
    var random = new Random(11);
    int width = 700;
    int height = 500;
    float[] clouds = new float[width * height];
    for (int i = 0; i < clouds.length; i++) {
      clouds[i] = (float) (120 + 60 * random.nextGaussian());
    }
    clouds = Blur.of(clouds, width, height, 3.2);
    var levels = new byte[clouds.length];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < levels.length; i++) {
        int x = i % width;
        int y = i / width;
        boolean there = Math.hypot(x - 520, y - 330) < 110;
        int from = there ? i - 330 - 170 * width : i;
        if (there && pass == 1) {
          levels[i] = copied ? levels[from] : (byte) (clouds[from] + 2 * random.nextGaussian());
        } else if (pass == 0) {
          levels[i] = (byte) (clouds[from] + 2 * random.nextGaussian());
        }
      }
    }

    var pairs = CopyFinder.within(new Luminance(width, height, levels), ProgressListener.NONE);

    assertThat(pairs).hasSize(copied ? 1 : 0);
  }

  /** A camera that was moved a little sees other noise, in another light. */
  @Test
  void twoPhotographsOfOneThingAreNoPair() {
    var thing = DotPictures.dots(420, 340, 21);
    var first = new float[200 * 160];
    var second = new float[200 * 160];
    photograph(thing, 0, 0, 0.03, first, new Random(22));
    photograph(thing, 1, 0.003, -0.03, second, new Random(23));

    assertThat(CopyFinder.within(beside(first, second), ProgressListener.NONE)).isEmpty();
  }

  @Test
  void aPhotographThatWasPastedBesideItselfIsAPair() {
    var photograph = new float[200 * 160];
    photograph(DotPictures.dots(420, 340, 21), 0, 0, 0.03, photograph, new Random(22));

    var pairs = CopyFinder.within(beside(photograph, photograph), ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).transformation().words()).isEqualTo("moved");
  }

  /**
   * At half its size.
   *
   * @param degrees that the camera is turned
   * @param tilt by which the thing is larger at the right edge than in the middle
   * @param slope by which the light is stronger there
   */
  private static void photograph(
      Luminance thing, double degrees, double tilt, double slope, float[] photo, Random random) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    for (int i = 0; i < photo.length; i++) {
      double x = i % 200 - 99.5;
      double y = i / 200 - 79.5;
      double light = 0;
      for (int sample = 0; sample < 4; sample++) {
        double sx = x + sample % 2 * 0.5 - 0.25;
        double sy = y + sample / 2 * 0.5 - 0.25;
        double size = 2 / (1 + tilt * sx / 100);
        light +=
            thing.at(210 + size * (cos * sx - sin * sy), 170 + size * (sin * sx + cos * sy)) / 4;
      }
      photo[i] = (float) (light * (1 + slope * x / 100) + 2 * random.nextGaussian());
    }
  }

  private static Luminance beside(float[] left, float[] right) {
    var levels = new byte[400 * 160];
    for (int i = 0; i < levels.length; i++) {
      int x = i % 400;
      float[] photo = x < 200 ? left : right;
      float level = photo[i / 400 * 200 + x % 200];
      levels[i] = (byte) Math.round(Math.max(0, Math.min(255, level)));
    }
    return new Luminance(400, 160, levels);
  }

  /** Lettering and charts repeat themselves honestly. */
  @Test
  void blackStrokesOnWhiteAreNoPair() {
    var random = new Random(12);
    var sign = new boolean[40 * 40];
    for (int stroke = 0; stroke < 9; stroke++) {
      int x = 2 + random.nextInt(30);
      int y = 2 + random.nextInt(30);
      boolean upright = random.nextBoolean();
      for (int i = 0; i < 8 * 3; i++) {
        sign[(y + (upright ? i / 3 : i % 3)) * 40 + x + (upright ? i % 3 : i / 3)] = true;
      }
    }
    var levels = new byte[500 * 400];
    for (int i = 0; i < levels.length; i++) {
      int x = i % 500;
      int y = i / 500;
      boolean one = x >= 60 && x < 100 && y >= 70 && y < 110 && sign[(y - 70) * 40 + x - 60];
      boolean two = x >= 317 && x < 357 && y >= 251 && y < 291 && sign[(y - 251) * 40 + x - 317];
      levels[i] = (byte) (one || two ? 10 : 250);
    }
    assertThat(CopyFinder.within(new Luminance(500, 400, levels), ProgressListener.NONE)).isEmpty();
  }

  /**
   * Axes fit themselves when moved by a tick, and what a program colored has no noise that could
   * tell: two plots that were taken for copies once.
   */
  @ParameterizedTest
  @ValueSource(strings = {"plot-curves.png", "plot-color-field.png"})
  void aPlotThatRepeatsItselfIsNoPair(String name) throws IOException {
    var plot = ImageIO.read(CopyFinderTest.class.getResource("/images/" + name));
    var picture = CopyMeasurement.luminance(plot);

    assertThat(CopyFinder.within(picture, ProgressListener.NONE)).isEmpty();
  }

  @Test
  void aCopyInAnotherPictureIsFound() {
    var one = DotPictures.dots(400, 300, 4);
    var background = DotPictures.dots(500, 300, 5);
    var to = DotPictures.taking(150, 140, 300, 160, 90, true, 1);
    byte[] levels = background.levels().clone();
    var back = to.inverse();
    for (int i = 0; i < levels.length; i++) {
      double x = back.x(i % 500, i / 500);
      double y = back.y(i % 500, i / 500);
      if (Math.hypot(x - 150, y - 140) < 70) {
        levels[i] = (byte) Math.round(one.at(x, y));
      }
    }
    var other = new Luminance(500, 300, levels);
    var features = CopyFinder.features(one, ProgressListener.NONE);
    var otherFeatures = CopyFinder.features(other, ProgressListener.NONE);

    assertThat(CopyFinder.agreement(features, otherFeatures, ProgressListener.NONE))
        .isGreaterThan(20);
    var pairs = CopyFinder.between(one, features, other, otherFeatures, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).transformation().mirrored()).isTrue();
    assertThat(pairs.get(0).transformation().angle()).isCloseTo(90, within(1.0));
    assertThat(pairs.get(0).first().contains(150, 140)).isTrue();
    assertThat(pairs.get(0).second().contains(300, 160)).isTrue();
    var unrelated = CopyFinder.features(background, ProgressListener.NONE);
    assertThat(CopyFinder.agreement(features, unrelated, ProgressListener.NONE)).isLessThan(8);
  }

  @Test
  void featuresReadAreThoseWritten() throws IOException {
    var features = CopyFinder.features(DotPictures.dots(200, 150, 6), ProgressListener.NONE);
    var bytes = new ByteArrayOutputStream();
    features.write(new DataOutputStream(bytes));
    var input = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    var read = CopyFeatures.read(input);

    assertThat(features.size()).isGreaterThan(50);
    assertThat(read).isEqualTo(features);
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1);
    assertThatThrownBy(() -> CopyFeatures.read(new DataInputStream(new ByteArrayInputStream(cut))))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> CopyFeatures.read(new DataInputStream(new ByteArrayInputStream(new byte[64]))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("compute them again");
  }

  @Test
  void theAreaOfAPartWithinARectangleIsCounted() {
    var mask = new boolean[] {true, true, false, true, true, true};
    var part = CopyPart.of(new Rectangle(10, 20, 3, 2), mask);

    assertThat(part.area(new Rectangle(0, 0, 100, 100))).isEqualTo(part.area()).isEqualTo(5);
    assertThat(part.area(new Rectangle(12, 0, 100, 100))).isEqualTo(1);
    assertThat(part.area(new Rectangle(0, 0, 10, 10))).isZero();
  }

  @Test
  void aSearchCanBeCanceled() {
    var canceled = new CancelAfter(0);
    assertThatThrownBy(() -> CopyFinder.within(DotPictures.dots(100, 100, 7), canceled))
        .isInstanceOf(CancellationException.class);
  }
}
