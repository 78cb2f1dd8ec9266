/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.awt.Rectangle;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.evaluation.heldout.PictureIo;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.ProgressListener;

class MisfitFinderTest {
  private static final Rectangle PASTED = new Rectangle(205, 99, 110, 83);

  private static final ProgressListener CANCELED =
      new ProgressListener() {
        @Override
        public void progress(long done, long total) {}

        @Override
        public boolean isCanceled() {
          return true;
        }
      };

  private final ColorProcessor meadow = picture("untouched-meadow.jpg");

  @Test
  void aJpegFileFitsItsOwnCompression() {
    assertThat(found(meadow)).isEmpty();
  }

  @Test
  void aPartOfAnotherPictureDoesNotFit() {
    var forged = withPart(meadow, picture("splice-helmet-jpeg.jpg"));

    var parts = found(forged);

    assertThat(parts).hasSize(1);
    assertThat(overlap(parts.get(0), PASTED)).isGreaterThan(0.7);
  }

  @Test
  void aCopyWithinThePictureDoesNotFit() {
    var forged = withPart(meadow, meadow);

    assertThat(found(forged)).singleElement().satisfies(misfit -> overlaps(misfit, PASTED));
  }

  @Test
  void aPartThatWasPaintedOverDoesNotFit() {
    var forged = (ColorProcessor) meadow.duplicate();
    meadow.setRoi(PASTED);
    var part = meadow.crop();
    part.blurGaussian(2);
    forged.insert(part, PASTED.x, PASTED.y);

    assertThat(found(forged)).singleElement().satisfies(misfit -> overlaps(misfit, PASTED));
  }

  @Test
  void aCroppedPictureStillTells() {
    var forged = withPart(meadow, picture("splice-helmet-jpeg.jpg"));
    forged.setRoi(5, 3, forged.getWidth() - 12, forged.getHeight() - 9);

    var parts = found((ColorProcessor) forged.crop());

    var moved = new Rectangle(PASTED);
    moved.translate(-5, -3);
    assertThat(parts).singleElement().satisfies(part -> overlaps(part, moved));
  }

  @Test
  void aPartAtThePicturesEdgeReachesIt() {
    var edge = new Rectangle(530, 0, 110, 93);
    var forged = (ColorProcessor) meadow.duplicate();
    var donor = picture("splice-helmet-jpeg.jpg");
    donor.setRoi(111, 66, edge.width, edge.height);
    forged.insert(donor.crop(), edge.x, edge.y);

    assertThat(found(forged)).singleElement().satisfies(misfit -> overlaps(misfit, edge));
  }

  /** In only a third of the part's blocks, no color is cut off at black. */
  @Test
  void aPartDoesNotFitAlsoWhereColorsAreCutOff() throws Exception {
    var host = PictureIo.throughJpeg(darker(meadow), 80);
    var donor = PictureIo.throughJpeg(darker(picture("splice-helmet-jpeg.jpg")), 90);

    assertThat(changedLast(host)).isEmpty();
    assertThat(changedLast(withPart(host, donor)))
        .singleElement()
        .satisfies(part -> overlaps(part, PASTED));
  }

  /** Then no block fits any more. */
  @Test
  void nothingIsSaidAfterThePictureAsAWholeWasFiltered() {
    for (double sigma : new double[] {0.6, 2}) {
      var forged = withPart(meadow, picture("splice-helmet-jpeg.jpg"));
      forged.blurGaussian(sigma);
      assertThat(found(forged)).isEmpty();
    }
  }

  @Test
  void nothingIsSaidOfAnUntouchedPictureInGrayOrWithOtherTones() {
    assertThat(found((ColorProcessor) meadow.convertToByte(false).convertToRGB())).isEmpty();
    for (int change = 0; change < 3; change++) {
      var changed = (ColorProcessor) meadow.duplicate();
      switch (change) {
        case 0 -> changed.gamma(0.85);
        case 1 -> changed.add(20);
        default -> changed.multiply(1.12);
      }
      assertThat(found(changed)).isEmpty();
    }
  }

  @Test
  void nothingIsSaidOfAnUntouchedPictureThatWasCompressedTwice() throws Exception {
    assertThat(found(PictureIo.throughJpeg(PictureIo.throughJpeg(meadow, 75), 90))).isEmpty();
    assertThat(found(PictureIo.throughJpeg(PictureIo.throughJpeg(meadow, 92), 85))).isEmpty();
  }

  @Test
  void nothingIsSaidOfAPictureThatIsSavedAgainWithLoss() throws Exception {
    var forged = withPart(meadow, picture("splice-helmet-jpeg.jpg"));

    assertThat(found(PictureIo.throughJpeg(forged, 85))).isEmpty();
  }

  @Test
  void nothingIsSaidOfAPictureThatWasNeverCompressed() {
    assertThat(found(picture("copy-move-micrograph-16bit.tif"))).isEmpty();
    assertThat(found(picture("copy-move-dandelion.png"))).isEmpty();
  }

  /** None of its pictures is the rest. */
  @Test
  void nothingIsSaidOfAFigurePutTogetherFromPicturesOfSeveralHistories() throws Exception {
    var figure = new ColorProcessor(600, 400);
    for (int i = 0; i < 4; i++) {
      meadow.setRoi(40 * i, 30 * i, 300, 200);
      var part = PictureIo.throughJpeg((ColorProcessor) meadow.crop(), 60 + 10 * i);
      figure.insert(part, i % 2 * 300 + (i == 0 ? 0 : 3), i / 2 * 200);
    }

    assertThat(found(figure)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 15, 16, 64})
  void smallAndFlatPicturesAreNoFailure(int side) {
    assertThat(found(new ColorProcessor(side, side))).isEmpty();
  }

  @Test
  void thePictureIsNotChanged() {
    var forged = withPart(meadow, picture("splice-helmet-jpeg.jpg"));
    var before = ((int[]) forged.getPixels()).clone();

    found(forged);

    assertThat((int[]) forged.getPixels()).isEqualTo(before);
  }

  @Test
  void theSearchCanBeCanceled() {
    assertThatThrownBy(() -> CompressionTraces.of(seen(meadow), CANCELED))
        .isInstanceOf(CancellationException.class);
  }

  private static ColorProcessor withPart(ColorProcessor host, ColorProcessor donor) {
    var forged = (ColorProcessor) host.duplicate();
    donor.setRoi(111, 66, PASTED.width, PASTED.height);
    forged.insert(donor.crop(), PASTED.x, PASTED.y);
    donor.resetRoi();
    return forged;
  }

  /** Without what was changed between two compressions. */
  private static List<MisfitPart> changedLast(ColorProcessor picture) {
    var image = seen(picture);
    return MisfitFinder.within(image, Compression.find(image).orElseThrow(), ProgressListener.NONE);
  }

  /** With more contrast, and many colors cut off at black. */
  private static ColorProcessor darker(ColorProcessor picture) {
    var darker = (ColorProcessor) picture.duplicate();
    darker.multiply(1.3);
    darker.add(-20);
    return darker;
  }

  private static void overlaps(MisfitPart part, Rectangle with) {
    assertThat(overlap(part, with)).isGreaterThan(0.7);
  }

  /** Intersection over union. */
  private static double overlap(MisfitPart part, Rectangle with) {
    int area = 0;
    int common = 0;
    for (int y = 0; y < part.mask().getHeight(); y++) {
      for (int x = 0; x < part.mask().getWidth(); x++) {
        if (part.mask().get(x, y) != 0) {
          area++;
          common += with.contains(part.x() + x, part.y() + y) ? 1 : 0;
        }
      }
    }
    return common / (double) (area + with.width * with.height - common);
  }

  private static ColorProcessor picture(String sample) {
    return (ColorProcessor) IJ.openImage("sample-images/" + sample).getProcessor().convertToRGB();
  }

  private static List<MisfitPart> found(ColorProcessor picture) {
    return CompressionTraces.of(seen(picture), ProgressListener.NONE).parts();
  }

  private static RgbImage seen(ColorProcessor picture) {
    var image = new ImagePlus("", picture);
    return RgbViews.of(image, StackPosition.current(image));
  }
}
