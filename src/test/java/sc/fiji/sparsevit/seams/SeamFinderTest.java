/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.ProgressListener;

class SeamFinderTest {
  private static final Rectangle SOURCE = new Rectangle(40, 30, 70, 40);

  @Test
  void findsAPastedRectangleToThePixel() {
    var blot = blot(400, 300, 1);
    paste(blot, SOURCE, 220, 180);

    assertThat(found(blot)).containsExactly(new Rectangle(220, 180, 70, 40));
  }

  @Test
  void saysThatItHasSeams() {
    var blot = blot(400, 300, 1);
    paste(blot, SOURCE, 220, 180);

    assertThat(SeamFinder.find(image(blot), ProgressListener.NONE))
        .extracting(MisfitPart::trace)
        .containsExactly(MisfitPart.Trace.SEAMS);
  }

  @Test
  void findsTwoPartsThatChangedPlaces() {
    var blot = blot(400, 300, 2);
    var first = new Rectangle(30, 60, 60, 50);
    var second = new Rectangle(250, 190, 60, 50);
    var before = blot.duplicate();
    insert(blot, before, first, second.x, second.y);
    insert(blot, before, second, first.x, first.y);

    assertThat(found(blot)).containsExactly(first, second);
  }

  @Test
  void findsAPartAcrossTheSquaresOfALargePicture() {
    var blot = blot(2300, 400, 3);
    paste(blot, SOURCE, 2010, 180);

    assertThat(found(blot)).containsExactly(new Rectangle(2010, 180, 70, 40));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void findsNothingInAnUntouchedPicture(long seed) {
    assertThat(found(blot(500, 400, seed))).isEmpty();
  }

  @Test
  void scaleBarsLabelsAndFramesAreNoSeams() {
    var blot = blot(400, 300, 4);
    blot.setColor(255);
    blot.fillRect(300, 270, 80, 8);
    blot.setColor(0);
    blot.drawRect(50, 40, 120, 90);
    blot.setAntialiasedText(true);
    blot.drawString("Control HHH", 200, 60);

    assertThat(found(blot)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2})
  void edgesThatALensHasSeenAreNoSeams(double blur) {
    var wall = new ByteProcessor(400, 300);
    wall.setColor(200);
    wall.fill();
    wall.setColor(90);
    for (int y = 10; y < 280; y += 50) {
      for (int x = 10; x < 360; x += 90) {
        wall.fillRect(x, y, 80, 40);
      }
    }
    wall.blurGaussian(blur);
    wall.noise(3);

    assertThat(found(wall)).isEmpty();
  }

  @Test
  void aPictureOnAWhitePageIsNotPasted() {
    var page = new ByteProcessor(500, 400);
    page.setColor(255);
    page.fill();
    page.insert(blot(200, 150, 5), 30, 40);
    page.insert(blot(200, 150, 6), 260, 40);

    assertThat(found(page)).isEmpty();
  }

  @Test
  void aPictureEnlargedWithoutSmoothingHasNoSeams() {
    var blot = blot(200, 150, 7);
    blot.setInterpolationMethod(ImageProcessor.NONE);

    assertThat(found(blot.resize(600, 450))).isEmpty();
  }

  @Test
  void picturesInColorAreNotSearched() {
    var blot = blot(400, 300, 1);
    paste(blot, SOURCE, 220, 180);
    var colored = blot.convertToColorProcessor();
    for (int i = 0; i < colored.getPixelCount(); i++) {
      colored.set(i, colored.get(i) & 0xffffe0);
    }

    assertThat(found(colored)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 31, 33})
  void verySmallPicturesHaveNone(int side) {
    assertThat(found(blot(side, side, 8))).isEmpty();
    assertThat(found(blot(side, 100, 8))).isEmpty();
  }

  @Test
  void aFlatPictureHasNone() {
    assertThat(found(new ByteProcessor(300, 200))).isEmpty();
  }

  @Test
  void canBeCanceled() {
    var listener =
        new ProgressListener() {
          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCanceled() {
            return true;
          }
        };

    assertThatThrownBy(() -> SeamFinder.find(image(blot(100, 100, 9)), listener))
        .isInstanceOf(CancellationException.class);
  }

  private static List<Rectangle> found(ImageProcessor picture) {
    return SeamFinder.find(image(picture), ProgressListener.NONE).stream()
        .map(
            part ->
                new Rectangle(part.x(), part.y(), part.mask().getWidth(), part.mask().getHeight()))
        .toList();
  }

  private static RgbImage image(ImageProcessor picture) {
    return RgbViews.of(new ImagePlus("blot", picture), new StackPosition(1, 1, 1));
  }

  private static void paste(ImageProcessor picture, Rectangle source, int x, int y) {
    insert(picture, picture.duplicate(), source, x, y);
  }

  private static void insert(
      ImageProcessor into, ImageProcessor from, Rectangle box, int x, int y) {
    from.setRoi(box);
    into.insert(from.crop(), x, y);
  }

  /** Blurred bands on an uneven background, with grain. */
  private static ByteProcessor blot(int width, int height, long seed) {
    var random = new Random(seed);
    var blot = new ByteProcessor(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double background = 190 + 25 * Math.sin(x / 90.0) + 20 * Math.cos(y / 70.0);
        double band = 0;
        for (int lane = 25; lane < width; lane += 60) {
          double u = (x - lane) / 16.0;
          double v = (y - 0.4 * height) / 7;
          band = Math.max(band, 120 / (1 + Math.pow(u, 4) + Math.pow(v, 4)));
        }
        blot.set(x, y, (int) Math.round(clipped(background - band + 2 * random.nextGaussian())));
      }
    }
    return blot;
  }

  private static double clipped(double level) {
    return Math.max(0, Math.min(255, level));
  }
}
