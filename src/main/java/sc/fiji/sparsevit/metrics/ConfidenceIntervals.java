/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/** 95 % confidence intervals. */
public final class ConfidenceIntervals {
  private static final int RESAMPLES = 2000;
  private static final double TAIL = 0.025;
  private static final double NORMAL_QUANTILE = 1.959963984540054;

  private ConfidenceIntervals() {}

  /**
   * Percentile bootstrap: what the statistic would be over other images drawn like these.
   *
   * @param images how many images there are
   * @param seed the same seed gives the same interval
   * @param statistic takes the indices of a resample (each 0 to images - 1, with repetition); a NaN
   *     (say, AUC of a resample with one class only) is left out
   * @return NaN at both ends where no resample gave a number
   */
  public static ConfidenceInterval bootstrap(
      int images, long seed, ToDoubleFunction<int[]> statistic) {
    if (images == 0) {
      return new ConfidenceInterval(Double.NaN, Double.NaN);
    }
    var random = new SplittableRandom(seed);
    var values = new double[RESAMPLES];
    var sample = new int[images];
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.setAll(sample, k -> random.nextInt(images));
      values[i] = statistic.applyAsDouble(sample);
    }
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return sorted.length == 0
        ? new ConfidenceInterval(Double.NaN, Double.NaN)
        : new ConfidenceInterval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
  }

  /** Bootstrap interval of the mean of one value per image; NaN values are left out. */
  public static ConfidenceInterval ofMean(double[] values, long seed) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    return bootstrap(
        known.length,
        seed,
        sample -> Arrays.stream(sample).mapToDouble(i -> known[i]).average().orElseThrow());
  }

  /** Wilson's interval of a share: holds up where few or none of the images were flagged. */
  public static ConfidenceInterval ofShare(long flagged, long all) {
    if (all == 0) {
      return new ConfidenceInterval(Double.NaN, Double.NaN);
    }
    double share = flagged / (double) all;
    double z2 = NORMAL_QUANTILE * NORMAL_QUANTILE / all;
    double center = (share + z2 / 2) / (1 + z2);
    double half = Math.sqrt(share * (1 - share) * z2 + z2 * z2 / 4) / (1 + z2);
    return new ConfidenceInterval(Math.max(0, center - half), Math.min(1, center + half));
  }

  /**
   * Student's interval of the mean of a few independent runs, such as seeds.
   *
   * @return NaN at both ends for less than two
   */
  public static ConfidenceInterval ofRuns(double[] values) {
    if (values.length < 2) {
      return new ConfidenceInterval(Double.NaN, Double.NaN);
    }
    double mean = StatUtils.mean(values);
    double error = Math.sqrt(StatUtils.variance(values) / values.length);
    double reach =
        error * new TDistribution(values.length - 1.0).inverseCumulativeProbability(1 - TAIL);
    return new ConfidenceInterval(mean - reach, mean + reach);
  }

  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
