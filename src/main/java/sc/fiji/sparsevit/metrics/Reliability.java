/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import java.util.Arrays;

/**
 * How far probabilities are to be believed: scores in 15 equal bins, with what was predicted and
 * what was true in each. Several images add up.
 *
 * @param counts positions per bin
 * @param predicted sum of their probabilities
 * @param forged how many of them are forged
 */
public record Reliability(long[] counts, double[] predicted, long[] forged) {
  private static final int BINS = 15;

  public static Reliability empty() {
    return new Reliability(new long[BINS], new double[BINS], new long[BINS]);
  }

  public static Reliability of(LabeledScores scores) {
    var result = empty();
    for (int i = 0; i < scores.size(); i++) {
      float value = scores.values()[i];
      int bin = Math.min((int) (value * BINS), BINS - 1);
      result.counts[bin]++;
      result.predicted[bin] += value;
      if (scores.labels()[i] != 0) {
        result.forged[bin]++;
      }
    }
    return result;
  }

  /** Both together. */
  public Reliability plus(Reliability other) {
    var sum = empty();
    Arrays.setAll(sum.counts, k -> counts[k] + other.counts[k]);
    Arrays.setAll(sum.predicted, k -> predicted[k] + other.predicted[k]);
    Arrays.setAll(sum.forged, k -> forged[k] + other.forged[k]);
    return sum;
  }

  public int bins() {
    return counts.length;
  }

  /** Mean probability in a bin; NaN where it is empty. */
  public double meanPredicted(int bin) {
    return predicted[bin] / counts[bin];
  }

  /** Share of the bin that is forged; NaN where it is empty. */
  public double shareForged(int bin) {
    return forged[bin] / (double) counts[bin];
  }

  /**
   * Expected calibration error: mean distance of the two, weighted by count; NaN without scores.
   */
  public double expectedCalibrationError() {
    double distance = 0;
    for (int bin = 0; bin < bins(); bin++) {
      distance += Math.abs(predicted[bin] - forged[bin]);
    }
    return distance / Arrays.stream(counts).sum();
  }
}
