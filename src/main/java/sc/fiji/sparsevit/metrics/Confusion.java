/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

/**
 * How a decision agrees with the truth, in counts. Ratios carry the field's epsilon of 1e-8 in
 * their denominator, so that nothing found and nothing to find gives 0.
 */
public record Confusion(
    long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
  private static final double EPSILON = 1e-8;

  /** Decides "forged" where the probability is strictly above the threshold, both as floats. */
  public static Confusion at(LabeledScores scores, double threshold) {
    float[] values = scores.values();
    byte[] labels = scores.labels();
    float limit = (float) threshold;
    // Indexed by decision and label, without a branch that a noisy map would mispredict.
    var counts = new long[4];
    for (int i = 0; i < values.length; i++) {
      counts[(values[i] > limit ? 2 : 0) + (labels[i] != 0 ? 1 : 0)]++;
    }
    return new Confusion(counts[3], counts[2], counts[1], counts[0]);
  }

  /**
   * Decides with inverted probabilities: "forged" where 1 - p is strictly above the threshold. A
   * probability of exactly one half is neither here nor in {@link #at}.
   */
  public static Confusion ofInvertedProbabilities(LabeledScores scores, double threshold) {
    float[] values = scores.values();
    var inverted = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      inverted[i] = 1 - values[i];
    }
    return at(new LabeledScores(inverted, scores.labels()), threshold);
  }

  /** The opposite decision everywhere. */
  public Confusion inverted() {
    return new Confusion(falseNegatives, trueNegatives, truePositives, falsePositives);
  }

  public long total() {
    return truePositives + falsePositives + falseNegatives + trueNegatives;
  }

  /** How many were decided to be forged. */
  public long flagged() {
    return truePositives + falsePositives;
  }

  public double precision() {
    return truePositives / (truePositives + falsePositives + EPSILON);
  }

  public double recall() {
    return truePositives / (truePositives + falseNegatives + EPSILON);
  }

  /** Harmonic mean of precision and recall. */
  public double f1() {
    return 2 * precision() * recall() / (precision() + recall() + EPSILON);
  }

  /** Intersection over union of what is decided and what is forged. */
  public double iou() {
    return truePositives / (truePositives + falsePositives + falseNegatives + EPSILON);
  }

  public double accuracy() {
    return (truePositives + trueNegatives) / (total() + EPSILON);
  }

  /** Mean of the shares that are right among the forged and among the authentic. */
  public double balancedAccuracy() {
    return (recall() + trueNegatives / (trueNegatives + falsePositives + EPSILON)) / 2;
  }

  /** Share of the authentic that was decided to be forged. */
  public double falsePositiveRate() {
    return falsePositives / (falsePositives + trueNegatives + EPSILON);
  }
}
