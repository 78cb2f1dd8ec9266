/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.evaluation.heldout.PictureIo;
import sc.fiji.sparsevit.misfit.BlockGrid;
import sc.fiji.sparsevit.misfit.MisfitPart.Trace;

/** A picture that was cropped between two compressions, so that its blocks lie elsewhere. */
class CroppedBetweenTest {
  private final MeadowSplice splice = new MeadowSplice();
  private final ColorProcessor meadow = splice.meadow();

  @ParameterizedTest
  @CsvSource({"3, 5", "1, 0", "0, 7", "4, 2", "11, 30"})
  void itsFirstBlocksAreFound(int left, int top) throws IOException {
    var first = first(saved(cropped(saved(meadow, 70), left, top), 90)).orElseThrow();

    assertThat(first.isShifted()).isTrue();
    assertThat(first.grid().x()).isEqualTo((64 - left) % 8);
    assertThat(first.grid().y()).isEqualTo((64 - top) % 8);
  }

  /** Tables of the Independent JPEG Group, of which quality 75 halves the steps. */
  @Test
  void soAreItsFirstSteps() throws IOException {
    var image = MeadowSplice.seen(saved(cropped(saved(meadow, 75), 3, 5), 92));
    var last = Compression.find(image).orElseThrow();
    var sample = FirstCompressionFinder.sample(image, last.grid());

    var shift =
        ShiftFinder.find(image, last.grid(), RoundingError.of(last.steps(), sample)).orElseThrow();

    assertThat(shift.firsts()).startsWith(8, 6, 5, 8, 12);
  }

  @ParameterizedTest
  @CsvSource({"60, 80", "70, 90", "75, 95"})
  void aPartThatWasPastedBeforeTheLastCompressionStandsOut(int first, int last) throws IOException {
    var forged = saved(cropped(splice.withPart(saved(meadow, first)), 8 + 3, 8 + 5), last);

    float[] map = MeadowSplice.map(forged, 0.1f);

    var uncropped = new float[meadow.getPixelCount()];
    for (int y = 0; y < forged.getHeight(); y++) {
      int to = (y + 13) * meadow.getWidth() + 11;
      System.arraycopy(map, y * forged.getWidth(), uncropped, to, forged.getWidth());
    }
    double inside = MeadowSplice.mean(uncropped, true, meadow);
    assertThat(inside).isGreaterThan(4 * MeadowSplice.mean(uncropped, false, meadow));
  }

  @Test
  void whatIsOutlinedLiesInThePartAndIsSaidToLieInACroppedPicture() throws IOException {
    var forged = saved(cropped(splice.withPart(saved(meadow, 60)), 3, 5), 92);

    var parts = MeadowSplice.traces(forged).parts();

    assertThat(parts).isNotEmpty();
    double overlap = 0;
    for (var part : parts) {
      int x = part.x() + 3 + part.mask().getWidth() / 2;
      int y = part.y() + 5 + part.mask().getHeight() / 2;
      assertThat(MeadowSplice.PASTED.contains(x, y)).isTrue();
      assertThat(part.trace()).isEqualTo(Trace.CROPPED_BETWEEN);
      assertThat(part.trace().words()).contains("cropped");
      overlap += MeadowSplice.overlap(part.shifted(3, 5));
    }
    assertThat(overlap).isGreaterThan(0.05);
  }

  @ParameterizedTest
  @CsvSource({"60, 80", "70, 90", "75, 95", "85, 70", "90, 75"})
  void anUntouchedPictureHasNoPart(int first, int last) throws IOException {
    var saved = saved(cropped(saved(meadow, first), 3, 5), last);

    assertThat(MeadowSplice.traces(saved).parts()).isEmpty();
    assertThat(MeadowSplice.count(MeadowSplice.map(saved, 0.1f), 0.5f)).isZero();
  }

  /** At these offsets, the traces of the last compression look like those of an earlier one. */
  @ParameterizedTest
  @CsvSource({"4, 0", "0, 4", "4, 4"})
  void noneAreFoundHalfABlockAway(int left, int top) throws IOException {
    var first = first(saved(cropped(saved(meadow, 70), left, top), 90));

    assertThat(first.filter(FirstCompression::isShifted)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 75, 90, 96})
  void nothingIsSaidOfAPictureThatWasCompressedOnce(int quality) throws IOException {
    assertThat(first(saved(cropped(splice.withPart(meadow), 3, 5), quality))).isEmpty();
  }

  @Test
  void nothingIsSaidOfAPictureThatWasResizedInBetween() throws IOException {
    var saved = saved(meadow, 70);
    var smaller = saved.resize(saved.getWidth() * 9 / 10, saved.getHeight() * 9 / 10);

    assertThat(first(saved((ColorProcessor) smaller, 90))).isEmpty();
  }

  /** Its steps are no whole numbers any more, and may be others in dark and bright places. */
  @Test
  void nothingIsSaidOfAPictureWhoseTonesWereChangedInBetween() throws IOException {
    for (double factor : new double[] {0.9, 1.05, 1.15}) {
      var changed = cropped(saved(meadow, 70), 3, 5);
      changed.multiply(factor);

      assertThat(first(saved(changed, 90))).isEmpty();
    }
  }

  @Test
  void nothingIsSaidOfAGrayPicture() throws IOException {
    var gray = cropped(saved(meadow, 70), 3, 5).convertToByteProcessor().convertToColorProcessor();

    assertThat(first(saved(gray, 90))).isEmpty();
  }

  @Test
  void nothingIsSaidOfAFlatPicture() throws IOException {
    var flat = new ColorProcessor(400, 300);
    flat.setColor(new Color(120, 90, 60));
    flat.fill();

    assertThat(first(saved(cropped(saved(flat, 70), 3, 5), 90))).isEmpty();
  }

  @Test
  void nothingIsSaidOfAPictureOfFewBlocks() throws IOException {
    var small = cropped(saved(meadow, 70), meadow.getWidth() - 69, meadow.getHeight() - 75);

    assertThat(first(saved(small, 90))).isEmpty();
  }

  /** A pasted part, or one of several pictures that were put together. */
  @Test
  void blocksThatOnlyAPartBroughtAlongSayNothingOfTheRest() throws IOException {
    var forged = (ColorProcessor) meadow.duplicate();
    var part = saved(meadow, 60);
    part.setRoi(0, 0, 170, 150);
    forged.insert(part.crop(), 83, 61);

    assertThat(MeadowSplice.traces(saved(forged, 92)).parts()).isEmpty();
  }

  /** Of a large picture, a sample is looked at. */
  @Test
  void ofALargePictureTheSearchTakesNoLongerThanOfASmallOne() throws IOException {
    var picture = saved(cropped(saved(meadow, 70), 3, 5), 90);
    var large = new ColorProcessor(picture.getWidth() / 8 * 8 * 8, picture.getHeight() / 8 * 8 * 8);
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        large.insert(picture, x * (large.getWidth() / 8), y * (large.getHeight() / 8));
      }
    }
    milliseconds(picture);

    assertThat(milliseconds(large)).isLessThan(10 * milliseconds(picture) + 500);
  }

  private static double milliseconds(ColorProcessor picture) {
    var image = MeadowSplice.seen(picture);
    var last = Compression.find(image).orElseThrow();
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    FirstCompressionFinder.find(image, last);
    return (threads.getCurrentThreadCpuTime() - start) / 1e6;
  }

  /** What is predicted is what a compression does. */
  @Test
  void theErrorOfACompressionInBlocksElsewhereIsKnown() throws IOException {
    var before = MeadowSplice.seen(meadow);
    var after = MeadowSplice.seen(saved(meadow, 85));
    var last = Compression.find(after).orElseThrow();
    var error = RoundingError.of(last.steps(), FirstCompressionFinder.sample(after, last.grid()));

    for (int coefficient : new int[] {1, 2, 8, 9, 16}) {
      double squares = 0;
      var grid = last.grid().shifted(3, 6, meadow.getWidth(), meadow.getHeight());
      for (int block = 0; block < grid.blocks(); block++) {
        double moved =
            value(coefficient, block, grid, new BlockReader(after))
                - value(coefficient, block, grid, new BlockReader(before));
        squares += moved * moved / grid.blocks();
      }
      double ratio = error.deviation(coefficient, 3, 6) / Math.sqrt(squares);
      assertThat(ratio).isBetween(0.8, 1.25);
    }
  }

  private static float value(int coefficient, int block, BlockGrid grid, BlockReader reader) {
    var values = new float[BlockGrid.AREA];
    var pixels = reader.read(grid.left(block), grid.top(block));
    new Cosines().forward(pixels.levels(), values);
    return values[coefficient];
  }

  private static Optional<FirstCompression> first(ColorProcessor picture) {
    var image = MeadowSplice.seen(picture);
    return Compression.find(image).flatMap(last -> FirstCompressionFinder.find(image, last));
  }

  private static ColorProcessor saved(ColorProcessor picture, int quality) throws IOException {
    return PictureIo.throughJpeg(picture, quality);
  }

  private static ColorProcessor cropped(ColorProcessor picture, int left, int top) {
    picture.setRoi(left, top, picture.getWidth() - left, picture.getHeight() - top);
    var cropped = (ColorProcessor) picture.crop();
    picture.resetRoi();
    return cropped;
  }
}
