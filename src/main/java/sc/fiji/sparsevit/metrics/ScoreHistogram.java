/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import java.util.Arrays;

/**
 * Scores counted in 256 equal steps of probability, forged and authentic apart. Counts of several
 * images add up, and each threshold k/256 has its exact confusion: what curves, oracle thresholds
 * and calibration need of an image once its map is gone.
 *
 * @param forged counts of forged positions; bin k holds {@code k/256 < p <= (k+1)/256}, bin 0 also
 *     p = 0
 * @param authentic the same of authentic positions
 */
public record ScoreHistogram(long[] forged, long[] authentic) {
  /** How many thresholds 0, 1/256, ..., 255/256 there are. */
  public static final int STEPS = 256;

  public static ScoreHistogram empty() {
    return new ScoreHistogram(new long[STEPS], new long[STEPS]);
  }

  public static ScoreHistogram of(LabeledScores scores) {
    var histogram = empty();
    float[] values = scores.values();
    byte[] labels = scores.labels();
    for (int i = 0; i < values.length; i++) {
      // 256 is a power of two, so no rounding moves a value across a threshold.
      int bin = Math.min(STEPS - 1, Math.max(0, (int) Math.ceil(values[i] * STEPS) - 1));
      (labels[i] != 0 ? histogram.forged : histogram.authentic)[bin]++;
    }
    return histogram;
  }

  /** The probability that step {@code k} represents. */
  public static double threshold(int k) {
    return k / (double) STEPS;
  }

  /** Both together. */
  public ScoreHistogram plus(ScoreHistogram other) {
    var sum = new ScoreHistogram(forged.clone(), authentic.clone());
    Arrays.setAll(sum.forged, k -> forged[k] + other.forged[k]);
    Arrays.setAll(sum.authentic, k -> authentic[k] + other.authentic[k]);
    return sum;
  }

  /**
   * The confusion at each threshold k/256. At 0 everything is flagged, even what scores 0: there a
   * curve ends.
   *
   * @return 256 confusions, from threshold 0 upwards
   */
  public Confusion[] confusions() {
    var result = new Confusion[STEPS];
    long allForged = Arrays.stream(forged).sum();
    long allAuthentic = Arrays.stream(authentic).sum();
    long hits = 0;
    long falseAlarms = 0;
    for (int k = STEPS - 1; k >= 0; k--) {
      hits += forged[k];
      falseAlarms += authentic[k];
      result[k] = new Confusion(hits, falseAlarms, allForged - hits, allAuthentic - falseAlarms);
    }
    return result;
  }
}
