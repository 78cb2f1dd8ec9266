/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.synthesis.forgery.Processing;
import sc.fiji.sparsevit.training.synthesis.forgery.Scaling;
import sc.fiji.sparsevit.training.synthesis.options.HistoryOptions;
import sc.fiji.sparsevit.training.synthesis.options.Range;

class HistoryTest {

  @Test
  void targetIsScaledAsTheNetworkLearnsIt() {
    assertThat(new History(0.5, 1.5, 10, 60).target()).containsExactly(-1, 1.5f, 2, 1, 0, 0, 0, 0);
    assertThat(History.NONE.target()).containsOnly(0);
  }

  @Test
  void laterStepsAddUp() {
    var both = new History(2, 1.5, 3, 90).then(new History(0.5, 1, 4, 70));
    assertThat(both.factor()).isEqualTo(1);
    assertThat(both.blur()).isCloseTo(1.25, within(1e-9));
    assertThat(both.noise()).isCloseTo(5, within(1e-9));
    assertThat(both.quality()).isEqualTo(70);
    assertThat(History.NONE.then(both)).isEqualTo(both);
  }

  @Test
  void blocksAreSeenFromWhereThePatchLies() {
    var history = new History(1, 0, 0, 80, new JpegGrid(3, 6));
    assertThat(history.moved(10, 2).grid()).isEqualTo(new JpegGrid(5, 0));
    assertThat(history.mirrored(16).grid()).isEqualTo(new JpegGrid(5, 6));
    assertThat(history.withGrid(new JpegGrid(2, 4)).target())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0, 0, 0, 0.5f, 0, 1, -1, 0);
  }

  @Test
  void resamplingTakesBlocksAwayAndAnotherJpegPutsItsOwn() {
    var history = new History(1, 0, 0, 80, new JpegGrid(3, 6));
    assertThat(history.then(new History(1, 1, 2, 0)).grid()).isEqualTo(new JpegGrid(3, 6));
    assertThat(history.then(History.resampled(0.9)).grid()).isEqualTo(JpegGrid.LOST);
    var again = new History(0.9, 0, 0, 70, new JpegGrid(1, 1));
    assertThat(history.then(again).grid()).isEqualTo(new JpegGrid(1, 1));
  }

  @Test
  void blocksInTheHistoryAreBlocksInThePixels() {
    var ramp = new RgbRaster(64, 64);
    for (int i = 0; i < ramp.pixels(); i++) {
      int gray = 2 * (i % 64) + i / 64;
      ramp.set(i, gray << 16 | gray << 8 | gray);
    }
    var history = new History(1, 0, 0, 5, new JpegGrid(3, 6));
    var coded = Processing.processed(ramp, history, new SplittableRandom(1));
    var steps = new double[8];
    for (int y = 0; y < 64; y++) {
      for (int x = 8; x < 56; x++) {
        steps[x % 8] += Math.abs(coded.at(1, x, y) - coded.at(1, x - 1, y));
      }
    }
    for (int phase = 4; phase < 8 + 3; phase++) {
      assertThat(steps[phase % 8]).as("phase " + phase % 8).isLessThan(steps[3] / 2);
    }
  }

  @Test
  void noStepsLeaveThePictureAsItIs() {
    var picture = gray();
    var untouched = Processing.processed(picture, History.NONE, new SplittableRandom(1));
    assertThat(untouched.samples()).isEqualTo(picture.samples());
  }

  @Test
  void noiseInTheHistoryIsNoiseInThePixels() {
    var noisy = Processing.processed(gray(), new History(1, 0, 7, 0), new SplittableRandom(1));
    double squares = 0;
    for (byte sample : noisy.samples()) {
      squares += Math.pow((sample & 255) - 128, 2);
    }
    assertThat(Math.sqrt(squares / noisy.samples().length)).isCloseTo(7, within(0.5));
  }

  @Test
  void drawnHistoriesFollowTheirProbabilities() {
    var random = new SplittableRandom(1);
    var options = HistoryOptions.standard();
    int draws = 4000;
    int resampled = 0;
    int lightlyResampled = 0;
    for (int i = 0; i < draws; i++) {
      resampled += options.draw(random).factor() != 1 ? 1 : 0;
      lightlyResampled += options.times(0.15).draw(random).factor() != 1 ? 1 : 0;
    }
    assertThat((double) resampled / draws).isCloseTo(0.6, within(0.04));
    assertThat((double) lightlyResampled / draws).isCloseTo(0.09, within(0.03));
  }

  @Test
  void scalingPutsWhatItCanIntoTheStepThatLeavesNoTrace() {
    var scaling = new Scaling(0.5, 1.2);
    assertThat(scaling.within(new Range(0.9, 2))).isEqualTo(new Scaling(0.75, 1.2));
    assertThat(scaling.within(new Range(1.5, 2))).isEqualTo(new Scaling(1, 1.5));
    assertThat(scaling.within(new Range(0.1, 0.3)).total()).isCloseTo(0.3, within(1e-9));
    assertThat(scaling.within(new Range(0.1, 0.3)).factor()).isCloseTo(1.2, within(1e-9));
    assertThat(scaling.within(new Range(0.5, 0.7))).isEqualTo(scaling);
  }

  private static RgbRaster gray() {
    var picture = new RgbRaster(64, 64);
    for (int i = 0; i < picture.pixels(); i++) {
      picture.set(i, 0x808080);
    }
    return picture;
  }
}
