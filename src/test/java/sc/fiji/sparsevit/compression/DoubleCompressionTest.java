/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.sparsevit.evaluation.heldout.PictureIo;
import sc.fiji.sparsevit.misfit.BlockGrid;
import sc.fiji.sparsevit.progress.ProgressListener;

class DoubleCompressionTest {
  private final MeadowSplice splice = new MeadowSplice();
  private final ColorProcessor meadow = splice.meadow();

  @ParameterizedTest
  @CsvSource({"60, 80", "70, 90", "75, 95", "65, 75"})
  void aPartThatWasPastedBetweenTwoCompressionsIsFound(int first, int last) throws Exception {
    var forged = PictureIo.throughJpeg(splice.withPart(PictureIo.throughJpeg(meadow, first)), last);

    float[] map = MeadowSplice.map(forged, 0.1f);

    assertThat(MeadowSplice.mean(map, true, forged))
        .isGreaterThan(4 * MeadowSplice.mean(map, false, forged));
  }

  @ParameterizedTest
  @CsvSource({"70, 95", "75, 92"})
  void aPartOfAGrayPictureIsFound(int first, int last) throws Exception {
    var gray = meadow.convertToByteProcessor(true).convertToColorProcessor();
    var forged = splice.withPart(PictureIo.throughJpeg(gray, first));
    var colorless = forged.convertToByteProcessor(true).convertToColorProcessor();
    var saved = PictureIo.throughJpeg(colorless, last);

    float[] map = MeadowSplice.map(saved, 0.1f);

    assertThat(MeadowSplice.mean(map, true, saved))
        .isGreaterThan(3 * MeadowSplice.mean(map, false, saved));
  }

  @Test
  void itsPartIsOutlined() throws Exception {
    var forged = PictureIo.throughJpeg(splice.withPart(PictureIo.throughJpeg(meadow, 70)), 90);

    var parts = MeadowSplice.traces(forged).parts();

    assertThat(parts).hasSize(1);
    assertThat(MeadowSplice.overlap(parts.get(0))).isGreaterThan(0.6);
  }

  /** One block that tells much says nothing of its neighbors beyond the part's edge. */
  @ParameterizedTest
  @CsvSource({"60, 80", "70, 90", "75, 95"})
  void anOutlineThatTheNetworkKnowsDoesNotBecomeBlocky(int first, int last) throws Exception {
    var forged = PictureIo.throughJpeg(splice.withPart(PictureIo.throughJpeg(meadow, first)), last);
    var map = new float[forged.getPixelCount()];
    for (int i = 0; i < map.length; i++) {
      boolean inside = MeadowSplice.PASTED.contains(i % meadow.getWidth(), i / meadow.getWidth());
      map[i] = inside ? 0.8f : 0.2f;
    }

    MeadowSplice.traces(forged).applyTo(map, forged.getWidth());

    assertThat(MeadowSplice.overlap(map, forged)).isGreaterThan(0.93);
  }

  /** Its mean is that of its neighbors, too, and may be of those that hardly occur. */
  @Test
  void aFlatBlockSaysNothing() throws Exception {
    var saved = PictureIo.throughJpeg(PictureIo.throughJpeg(meadow, 60), 80);
    var image = MeadowSplice.seen(saved);
    var first =
        FirstCompressionFinder.find(image, Compression.find(image).orElseThrow()).orElseThrow();
    var flat = new float[BlockGrid.AREA];
    for (int mean = -1000; mean <= 1000; mean++) {
      flat[0] = mean;

      assertThat(first.ratio(flat)).isZero();
    }
  }

  @Test
  void noBlockCountsMoreThanSixForOrAgainst() throws Exception {
    var forged = PictureIo.throughJpeg(splice.withPart(PictureIo.throughJpeg(meadow, 70)), 90);
    var image = MeadowSplice.seen(forged);
    var last = Compression.find(image).orElseThrow();
    var first = FirstCompressionFinder.find(image, last).orElseThrow();

    var ratios =
        FirstCompressionFinder.sample(image, last.grid()).stream().map(first::ratio).toList();

    assertThat(ratios).contains(-6f, 6f).allMatch(ratio -> Math.abs(ratio) <= 6);
  }

  @Test
  void aCroppedPictureKeepsTheTraceIfItIsNotSavedAgain() throws Exception {
    var forged = PictureIo.throughJpeg(splice.withPart(PictureIo.throughJpeg(meadow, 70)), 90);
    forged.setRoi(5, 3, forged.getWidth() - 5, forged.getHeight() - 3);

    var parts = MeadowSplice.traces((ColorProcessor) forged.crop()).parts();

    assertThat(parts).hasSize(1);
    assertThat(MeadowSplice.overlap(parts.get(0).shifted(5, 3))).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @CsvSource({"60, 80", "70, 90", "75, 95", "85, 70", "90, 75", "75, 75"})
  void anUntouchedPictureThatWasCompressedTwiceHasNoPart(int first, int last) throws Exception {
    var saved = PictureIo.throughJpeg(PictureIo.throughJpeg(meadow, first), last);

    assertThat(MeadowSplice.traces(saved).parts()).isEmpty();
    assertThat(MeadowSplice.count(MeadowSplice.map(saved, 0.1f), 0.5f)).isZero();
  }

  /** Then steps are no whole numbers, or what was a multiple of one is none any more. */
  @ParameterizedTest
  @EnumSource(WholeChange.class)
  void aChangeOfTheWholePictureBetweenTwoCompressionsIsNoPart(WholeChange change) throws Exception {
    for (int first : new int[] {60, 70, 84}) {
      var changed = PictureIo.throughJpeg(meadow, first);
      change.apply(changed);
      var saved = PictureIo.throughJpeg(changed, 90);

      assertThat(MeadowSplice.traces(saved).parts()).isEmpty();
      assertThat(MeadowSplice.count(MeadowSplice.map(saved, 0.1f), 0.5f))
          .isLessThan(saved.getPixelCount() / 500);
    }
  }

  private enum WholeChange {
    GRAY_BY_MEAN,
    BRIGHTER,
    MORE_CONTRAST,
    LESS_CONTRAST,
    LIGHTER_MIDTONES,
    DARKER_MIDTONES,
    SHARPENED,
    BLURRED,
    NOISY;

    void apply(ColorProcessor picture) {
      switch (this) {
        case GRAY_BY_MEAN ->
            picture.insert(picture.convertToByteProcessor(false).convertToColorProcessor(), 0, 0);
        case BRIGHTER -> picture.add(20);
        case MORE_CONTRAST -> picture.multiply(1.15);
        case LESS_CONTRAST -> picture.multiply(0.9);
        case LIGHTER_MIDTONES -> picture.gamma(0.8);
        case DARKER_MIDTONES -> picture.gamma(1.2);
        case SHARPENED -> picture.sharpen();
        case BLURRED -> picture.blurGaussian(0.6);
        case NOISY -> picture.noise(2);
      }
    }
  }

  /** It may have been changed before. */
  @Test
  void twoCompressionsDoNotClearAPictureOfSuspicion() throws Exception {
    var saved = PictureIo.throughJpeg(PictureIo.throughJpeg(splice.withPart(meadow), 70), 90);

    float[] map = MeadowSplice.map(saved, 0.8f);

    assertThat(MeadowSplice.count(map, 0.75f)).isLessThan(map.length / 2);
    assertThat(MeadowSplice.count(map, 0.5f)).isEqualTo(map.length);
  }

  @ParameterizedTest
  @CsvSource({"60", "75", "90", "95"})
  void oneCompressionSaysNothing(int quality) throws Exception {
    var saved = PictureIo.throughJpeg(splice.withPart(meadow), quality);

    assertThat(MeadowSplice.traces(saved).parts()).isEmpty();
    assertThat(MeadowSplice.map(saved, 0.3f)).containsOnly(0.3f);
  }

  @Test
  void aPartInAPanelLiesWhereThePanelLies() throws Exception {
    var forged = PictureIo.throughJpeg(splice.withPart(PictureIo.throughJpeg(meadow, 70)), 90);
    int width = forged.getWidth() + 40;
    var map = new float[width * (forged.getHeight() + 30)];
    Arrays.fill(map, 0.1f);

    var panel = MeadowSplice.traces(forged).shifted(40, 30);
    panel.applyTo(map, width);

    var shown = new FloatProcessor(width, forged.getHeight() + 30, map);
    shown.setRoi(40, 30, forged.getWidth(), forged.getHeight());
    var there = (float[]) shown.crop().getPixels();
    assertThat(MeadowSplice.overlap(there, forged)).isGreaterThan(0.7);
    assertThat(map[0]).isEqualTo(0.1f);
    assertThat(MeadowSplice.overlap(panel.parts().get(0).shifted(-40, -30))).isGreaterThan(0.6);
  }

  @Test
  void theSearchCanBeCanceled() throws Exception {
    var forged = PictureIo.throughJpeg(PictureIo.throughJpeg(meadow, 70), 90);
    var image = MeadowSplice.seen(forged);
    var last = Compression.find(image).orElseThrow();
    var first = FirstCompressionFinder.find(image, last).orElseThrow();
    var canceled =
        new ProgressListener() {
          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCanceled() {
            return true;
          }
        };

    assertThatThrownBy(() -> DoubleCompression.of(image, first, canceled))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void theSharesOfAllMultiplesAddUpToOneOnceAndTwiceRounded() {
    var random = new Random(3);
    var values = new float[2000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (12 * random.nextGaussian());
    }
    var density = ValueDensity.of(values, 300);

    for (int step = 2; step < 30; step += 3) {
      assertThat(Arrays.stream(density.once(step)).sum()).isCloseTo(1, within(1e-9));
      for (int first = 2; first <= 40; first++) {
        assertThat(Arrays.stream(density.twice(first, 0.4, step)).sum()).isCloseTo(1, within(1e-3));
      }
    }
  }

  /** Multiples of 7 become 0, 2, 5, 7, 9, ... times 3, but never 1. */
  @Test
  void roundedTwiceSomeMultiplesNeverOccur() {
    var values = new float[5000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 50f - 50;
    }
    var density = ValueDensity.of(values, 300);

    double[] once = density.once(3);
    double[] twice = density.twice(7, 0.4, 3);

    int most = density.multiples(3);
    assertThat(once[most + 1]).isGreaterThan(0.02);
    assertThat(twice[most + 1]).isLessThan(1e-4);
    assertThat(twice[most + 7]).isGreaterThan(2 * once[most + 7]);
  }

  /** Of the later compression's step, the first one's is a multiple. */
  @Test
  void theStepOfTheLastCompressionIsFoundUnderACoarserOne() {
    var values = new float[400];
    for (int i = 0; i < values.length; i++) {
      int step = i < 300 ? 24 : 12;
      values[i] = step * (i % 7 - 3) + 0.3f * (i % 3 - 1);
    }
    var finder = new StepFinder(0.3);

    assertThat(finder.last(24, values)).isEqualTo(12);
    assertThat(finder.last(24, Arrays.copyOf(values, 300))).isEqualTo(24);
  }
}
