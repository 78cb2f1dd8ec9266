/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

/**
 * Area under the ROC curve: the probability that a forged position scores above an authentic one,
 * where equal scores count as half (the Mann-Whitney definition, ties sharing their rank).
 */
public final class Auc {
  private static final int DIGIT_BITS = 11;

  private Auc() {}

  /**
   * Exact, in time linear in the number of scores.
   *
   * @return 0-1, or NaN where only one class is present
   */
  public static double of(LabeledScores scores) {
    int positives = scores.positives();
    if (positives == 0 || positives == scores.size()) {
      return Double.NaN;
    }
    int[] forged = sortedKeys(scores, true, positives);
    int[] authentic = sortedKeys(scores, false, scores.size() - positives);
    // Twice the number of (forged, authentic) pairs in the right order, a tie counting once.
    long twiceWon = 0;
    int below = 0;
    int notAbove = 0;
    for (int key : forged) {
      while (below < authentic.length && authentic[below] < key) {
        below++;
      }
      notAbove = Math.max(notAbove, below);
      while (notAbove < authentic.length && authentic[notAbove] == key) {
        notAbove++;
      }
      twiceWon += below + notAbove;
    }
    return twiceWon / (2.0 * forged.length * authentic.length);
  }

  /** The scores of one class as integers in the same order, ascending. */
  private static int[] sortedKeys(LabeledScores scores, boolean forged, int count) {
    var keys = new int[count];
    int next = 0;
    for (int i = 0; i < scores.size(); i++) {
      if (scores.labels()[i] != 0 == forged) {
        // Adding 0 makes -0 equal to 0.
        keys[next++] = Float.floatToIntBits(scores.values()[i] + 0f);
      }
    }
    for (int i = 0; i < keys.length; i++) {
      // The bits of negative numbers run backwards.
      keys[i] ^= keys[i] >> 31 & Integer.MAX_VALUE;
    }
    return radixSorted(keys);
  }

  /** Radix sort by 11 bits at a time: a comparison sort would outlast a small network. */
  private static int[] radixSorted(int[] keys) {
    int[] from = keys;
    int[] to = new int[keys.length];
    for (int shift = 0; shift < Integer.SIZE; shift += DIGIT_BITS) {
      var starts = new int[(1 << DIGIT_BITS) + 1];
      for (int key : from) {
        starts[digit(key, shift) + 1]++;
      }
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      for (int key : from) {
        to[starts[digit(key, shift)]++] = key;
      }
      int[] done = to;
      to = from;
      from = done;
    }
    return from;
  }

  private static int digit(int key, int shift) {
    // With the sign bit flipped, signed order is unsigned order.
    return (key ^ Integer.MIN_VALUE) >>> shift & (1 << DIGIT_BITS) - 1;
  }
}
