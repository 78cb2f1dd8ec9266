/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.JpegGrid;
import sc.fiji.sparsevit.training.sample.TrainingSample;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

class ForgerySynthesizerTest {

  private static final int SAMPLES = 120;
  private static ForgerySynthesizer synthesizer;
  private static List<TrainingSample> samples;

  @BeforeAll
  static void synthesize() throws IOException {
    synthesizer = new ForgerySynthesizer(TestPhotos.open(), SynthesisOptions.lite(96, 128));
    samples = LongStream.range(0, SAMPLES).mapToObj(i -> synthesizer.synthesize(7, i)).toList();
  }

  @Test
  void sameSeedGivesTheSameSamplesOnAnyNumberOfThreads() throws Exception {
    var other = new ForgerySynthesizer(TestPhotos.open(), synthesizer.options());
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<TrainingSample>> tasks =
          IntStream.range(0, SAMPLES)
              .mapToObj(i -> SAMPLES - 1 - i)
              .<Callable<TrainingSample>>map(i -> () -> other.synthesize(7, i))
              .toList();
      var results = threads.invokeAll(tasks);
      for (int i = 0; i < SAMPLES; i++) {
        assertSame(results.get(SAMPLES - 1 - i).get(), samples.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertSame(TrainingSample actual, TrainingSample expected) {
    assertThat(actual.kind()).isEqualTo(expected.kind());
    assertThat(actual.picture().samples()).isEqualTo(expected.picture().samples());
    assertThat(actual.mask()).isEqualTo(expected.mask());
    assertThat(actual.history()).isEqualTo(expected.history());
  }

  @Test
  void differentSeedsAndIndicesGiveDifferentSamples() {
    var seen = new HashSet<Integer>();
    for (int i = 0; i < 10; i++) {
      seen.add(Arrays.hashCode(synthesizer.synthesize(1, i).picture().samples()));
      seen.add(Arrays.hashCode(synthesizer.synthesize(2, i).picture().samples()));
    }
    assertThat(seen).hasSize(20);
  }

  @Test
  void samplesHaveTheSizeThatWasAskedFor() {
    assertThat(samples)
        .allSatisfy(
            sample -> {
              assertThat(sample.picture().height()).isEqualTo(96);
              assertThat(sample.picture().width()).isEqualTo(128);
              assertThat(sample.mask()).hasSize(96 * 128);
            });
    assertThat(samples)
        .filteredOn(sample -> sample.history() != null)
        .isNotEmpty()
        .allSatisfy(sample -> assertThat(sample.history()).hasSize(History.CHANNELS * 96 * 128));
  }

  @Test
  void untouchedSamplesArePartsOfPhotographsPixelForPixel() throws IOException {
    var photos = TestPhotos.open();
    var options = SynthesisOptions.lite(64, 64);
    var small =
        new ForgerySynthesizer(photos, options.withSource(options.source().singlePhotographs()));
    int found = 0;
    for (int i = 0; i < 60; i++) {
      var sample = small.synthesize(3, i);
      if (sample.history() == null) {
        assertThat(sample.kind()).isEqualTo(ForgeryKind.AUTHENTIC);
        assertThat(isPartOfAny(sample.picture())).isTrue();
        found++;
      }
    }
    assertThat(found).isBetween(1, 20);
  }

  private static boolean isPartOfAny(RgbRaster picture) throws IOException {
    var random = new SplittableRandom(1);
    var photos = TestPhotos.open();
    for (int i = 0; i < 40; i++) {
      var photo = photos.any(random).pixels();
      for (int y = 0; y + picture.height() <= photo.height(); y += JpegGrid.BLOCK) {
        for (int x = 0; x + picture.width() <= photo.width(); x += JpegGrid.BLOCK) {
          var part = photo.crop(x, y, picture.width(), picture.height());
          if (Arrays.equals(part.samples(), picture.samples())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Test
  void samplesLargerThanThePhotographsHaveTheSizeToo() throws IOException {
    var large = new ForgerySynthesizer(TestPhotos.open(), SynthesisOptions.lite(320, 448));
    for (int i = 0; i < 10; i++) {
      var sample = large.synthesize(1, i);
      assertThat(sample.picture().height()).isEqualTo(320);
      assertThat(sample.picture().width()).isEqualTo(448);
      assertThat(sample.mask()).hasSize(320 * 448);
    }
  }

  @Test
  void everyKindOccurs() {
    assertThat(samples)
        .extracting(TrainingSample::kind)
        .containsAll(EnumSet.complementOf(EnumSet.of(ForgeryKind.UNKNOWN)));
  }

  @Test
  void maskIsEmptyForAuthenticSamplesOnly() {
    assertThat(samples)
        .allSatisfy(
            sample ->
                assertThat(sample.forgedShare() == 0)
                    .isEqualTo(sample.kind() == ForgeryKind.AUTHENTIC));
  }

  @Test
  void historyIsConstantWithinEachLayer() {
    assertThat(samples)
        .filteredOn(sample -> sample.kind() == ForgeryKind.AUTHENTIC)
        .filteredOn(sample -> sample.history() != null)
        .isNotEmpty()
        .allSatisfy(
            sample -> {
              for (int c = 0; c < History.CHANNELS; c++) {
                int from = c * sample.mask().length;
                for (int i = 1; i < sample.mask().length; i++) {
                  assertThat(sample.history()[from + i]).isEqualTo(sample.history()[from]);
                }
              }
            });
  }
}
