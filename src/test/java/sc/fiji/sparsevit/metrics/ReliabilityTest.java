/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private final Reliability reliability =
      Reliability.of(
          new LabeledScores(new float[] {.9f, .9f, .9f, .9f, 1, 0}, new byte[] {1, 1, 0, 0, 1, 0}));

  @Test
  void errorIsTheWeightedDistanceOfPromiseAndTruth() {
    // Four positions promise 0.9 and hold 0.5; the two at the ends are right.
    assertThat(reliability.expectedCalibrationError()).isCloseTo(4 / 6. * .4, within(1e-6));
  }

  @Test
  void binsHoldWhatFallsIntoThem() {
    assertThat(reliability.shareForged(13)).isEqualTo(.5);
    assertThat(reliability.meanPredicted(13)).isCloseTo(.9, within(1e-6));
    assertThat(reliability.shareForged(14)).isEqualTo(1);
    assertThat(reliability.shareForged(5)).isNaN();
  }

  @Test
  void imagesAddUp() {
    assertThat(reliability.plus(reliability).expectedCalibrationError())
        .isCloseTo(reliability.expectedCalibrationError(), within(1e-12));
    assertThat(Reliability.empty().expectedCalibrationError()).isNaN();
  }
}
