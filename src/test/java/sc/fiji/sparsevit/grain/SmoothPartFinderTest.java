/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.grain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.evaluation.heldout.PictureIo;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class SmoothPartFinderTest {
  private static final ProgressListener CANCELED = new CancelAfter(0);
  private static final int X = 203;
  private static final int Y = 117;
  private static final int WIDTH = 60;
  private static final int HEIGHT = 50;

  @Test
  void findsWhatWasPaintedOver() {
    assertFound(painted(micrograph(400, 300, 1, 4)));
  }

  @Test
  void findsWhatWasPaintedOverInSixteenBits() {
    var picture = (ShortProcessor) painted(micrograph(400, 300, 1, 4)).convertToShort(false);
    picture.multiply(100);
    picture.setMinAndMax(0, 25500);

    assertFound(picture);
  }

  @Test
  void findsWhatWasPaintedOverInColor() {
    var gray = painted(micrograph(400, 300, 1, 4));
    var red = (ByteProcessor) gray.duplicate();
    red.add(40);
    var picture = new ColorProcessor(400, 300);
    picture.setRGB((byte[]) red.getPixels(), (byte[]) gray.getPixels(), (byte[]) gray.getPixels());

    assertFound(picture);
  }

  @Test
  void aSmallPartOfAPhotographMayBeASmoothThing() {
    var gray = micrograph(400, 300, 1, 4);
    gray.setColor(128);
    gray.fillRect(200, 120, 16, 16);
    var red = (ByteProcessor) gray.duplicate();
    red.add(40);
    var photograph = new ColorProcessor(400, 300);
    photograph.setRGB(
        (byte[]) red.getPixels(), (byte[]) gray.getPixels(), (byte[]) gray.getPixels());

    assertThat(found(gray)).hasSize(1);
    assertThat(found(photograph)).isEmpty();
  }

  @Test
  void findsWhatWasSmudged() {
    var picture = micrograph(400, 300, 2, 4);
    var smudged = picture.duplicate();
    smudged.blurGaussian(5);
    smudged.setRoi(X, Y, WIDTH, HEIGHT);
    picture.insert(smudged.crop(), X, Y);

    assertFound(picture);
  }

  @ParameterizedTest
  @CsvSource({"95, 4", "90, 4", "80, 10"})
  void findsItAfterJpegCompression(int quality, double grain) throws IOException {
    assertFound(saved(painted(micrograph(400, 300, 3, grain)), quality));
  }

  @Test
  void inAPartOfAJpegFileBlocksAreThoseOfTheFile() throws IOException {
    var file = saved(painted(micrograph(400, 300, 3, 4)), 90);
    file.setRoi(13, 21, 380, 270);
    var part = image(file.crop());

    var found = SmoothPartFinder.find(part, 3, 3, ProgressListener.NONE);

    var whole = found(file);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).x()).isEqualTo(whole.get(0).x() - 13);
    assertThat(found.get(0).y()).isEqualTo(whole.get(0).y() - 21);
    assertThat(found.get(0).mask().getPixels()).isEqualTo(whole.get(0).mask().getPixels());
  }

  @Test
  void whatIsNearABrighterThingIsFoundToo() {
    var picture = micrograph(400, 300, 4, 4);
    picture.setColor(220);
    picture.fillOval(X + WIDTH + 2, Y - 40, 120, 120);
    picture.noise(4);

    assertFound(painted(picture));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void findsNothingInAnUntouchedPicture(long seed) throws IOException {
    var picture = micrograph(500, 400, seed, 3);

    assertThat(found(picture)).isEmpty();
    assertThat(found(saved(picture, 75))).isEmpty();
    assertThat(found(saved(picture, 92))).isEmpty();
  }

  @Test
  void findsNothingWhereSmoothThingsAreCommon() {
    var picture = micrograph(400, 300, 5, 4);
    picture.setColor(128);
    for (int x = 20; x < 380; x += 90) {
      for (int y = 20; y < 280; y += 90) {
        picture.fillRect(x, y, 50, 50);
      }
    }

    assertThat(found(picture)).isEmpty();
  }

  @Test
  void whitePaperBlackBarsAndLettersAreNoForgeries() {
    var picture = micrograph(400, 300, 6, 4);
    picture.setColor(255);
    picture.fillRect(0, 220, 400, 80);
    picture.setColor(0);
    picture.fillRect(300, 190, 80, 12);
    picture.setAntialiasedText(true);
    picture.drawString("Control", 40, 250);

    assertThat(found(picture)).isEmpty();
  }

  @Test
  void aFlatPanelOfAnotherBrightnessIsNoForgery() {
    var picture = micrograph(400, 300, 7, 4);
    picture.setColor(40);
    picture.fillRect(100, 100, 80, 80);

    assertThat(found(picture)).isEmpty();
  }

  @Test
  void aSkyBehindATextureIsNoForgery() {
    var picture = micrograph(400, 300, 8, 12);
    for (int y = 0; y < 120; y++) {
      for (int x = 0; x < 400; x++) {
        picture.set(x, y, 128 + x / 100);
      }
    }

    assertThat(found(picture)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 300", "8, 8", "64, 64"})
  void aSmallPictureHasNone(int width, int height) {
    assertThat(found(micrograph(width, height, 9, 3))).isEmpty();
  }

  @Test
  void aFlatPictureHasNone() {
    assertThat(found(new ByteProcessor(300, 200))).isEmpty();
  }

  @Test
  void canBeCanceled() {
    assertThatThrownBy(() -> SmoothPartFinder.find(image(micrograph(64, 64, 1, 3)), 0, 0, CANCELED))
        .isInstanceOf(CancellationException.class);
  }

  /** The part that was changed, nearly to the pixel, and nothing else. */
  private static void assertFound(ImageProcessor picture) {
    var parts = found(picture);
    assertThat(parts).hasSize(1);
    var part = parts.get(0);
    assertThat(part.trace()).isEqualTo(MisfitPart.Trace.NO_GRAIN);
    int both = 0;
    int either = WIDTH * HEIGHT;
    for (int y = 0; y < part.mask().getHeight(); y++) {
      for (int x = 0; x < part.mask().getWidth(); x++) {
        if (part.mask().get(x, y) != 0) {
          int column = part.x() + x - X;
          int row = part.y() + y - Y;
          boolean inside = column >= 0 && column < WIDTH && row >= 0 && row < HEIGHT;
          both += inside ? 1 : 0;
          either += inside ? 0 : 1;
        }
      }
    }
    assertThat((double) both / either).isGreaterThan(0.7);
  }

  private static List<MisfitPart> found(ImageProcessor picture) {
    return SmoothPartFinder.find(image(picture), 0, 0, ProgressListener.NONE);
  }

  private static RgbImage image(ImageProcessor picture) {
    return RgbViews.of(new ImagePlus("picture", picture), new StackPosition(1, 1, 1));
  }

  private static ByteProcessor painted(ByteProcessor picture) {
    picture.setColor(128);
    picture.fillRect(X, Y, WIDTH, HEIGHT);
    return picture;
  }

  /** Grain on slopes around a level of 128. */
  private static ByteProcessor micrograph(int width, int height, long seed, double grain) {
    var random = new Random(seed);
    var picture = new ByteProcessor(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double level = 128 + 8 * Math.sin(x / 40.0) + 8 * Math.cos(y / 30.0);
        picture.set(x, y, (int) Math.round(level + grain * random.nextGaussian()));
      }
    }
    return picture;
  }

  private static ByteProcessor saved(ByteProcessor picture, int quality) throws IOException {
    return PictureIo.throughJpeg(picture.convertToColorProcessor(), quality)
        .convertToByteProcessor(false);
  }
}
