/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidenceIntervalsTest {
  @Test
  void bootstrapOfAMeanIsAsWideAsTheStandardErrorSays() {
    var random = new Random(3);
    var values = random.doubles(400).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double standardError = Math.sqrt(1 / 12. / values.length);

    var interval = ConfidenceIntervals.ofMean(values, 1);

    assertThat(interval.low()).isCloseTo(mean - 1.96 * standardError, within(.4 * standardError));
    assertThat(interval.high()).isCloseTo(mean + 1.96 * standardError, within(.4 * standardError));
  }

  @Test
  void theSeedFixesTheInterval() {
    var values = new Random(5).doubles(50).toArray();

    assertThat(ConfidenceIntervals.ofMean(values, 7))
        .isEqualTo(ConfidenceIntervals.ofMean(values, 7));
    assertThat(ConfidenceIntervals.ofMean(values, 7))
        .isNotEqualTo(ConfidenceIntervals.ofMean(values, 8));
  }

  @Test
  void undefinedValuesAreLeftOut() {
    assertThat(ConfidenceIntervals.ofMean(new double[] {.4, Double.NaN, .4}, 1))
        .isEqualTo(new ConfidenceInterval(.4, .4));
    assertThat(ConfidenceIntervals.ofMean(new double[] {Double.NaN}, 1).low()).isNaN();
    assertThat(ConfidenceIntervals.bootstrap(3, 1, sample -> Double.NaN).high()).isNaN();
  }

  @Test
  void aShareOfNoneIsStillUncertain() {
    // Wilson 1927: 0 of 10 gives z^2 / (10 + z^2) at the top.
    var interval = ConfidenceIntervals.ofShare(0, 10);

    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(3.8414588 / 13.8414588, within(1e-6));
    assertThat(ConfidenceIntervals.ofShare(0, 0).low()).isNaN();
  }

  @Test
  void aFewRunsHaveStudentsInterval() {
    // t(0.975, 2) = 4.302653; standard error 1 / sqrt(3).
    var interval = ConfidenceIntervals.ofRuns(new double[] {1, 2, 3});

    assertThat(interval.low()).isCloseTo(2 - 4.302653 / Math.sqrt(3), within(1e-5));
    assertThat(interval.high()).isCloseTo(2 + 4.302653 / Math.sqrt(3), within(1e-5));
    assertThat(ConfidenceIntervals.ofRuns(new double[] {1}).low()).isNaN();
  }
}
