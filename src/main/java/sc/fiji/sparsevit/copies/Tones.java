/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.stream.IntStream;

/**
 * How the gray levels of a part are spread.
 *
 * @param most share of the pixels that have the most frequent level, nearly
 * @param two the same of the two most frequent levels
 */
record Tones(double most, double two) {

  private static final int NEARLY = 4;
  private static final int APART = 24;

  static Tones of(float[] plane, boolean[] mask) {
    var counts = new int[256];
    int all = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        counts[Math.max(0, Math.min(255, Math.round(plane[i])))]++;
        all++;
      }
    }
    int first =
        IntStream.range(0, 256)
            .reduce((a, b) -> near(counts, b) > near(counts, a) ? b : a)
            .getAsInt();
    int second =
        IntStream.range(0, 256)
            .filter(level -> Math.abs(level - first) > APART)
            .reduce((a, b) -> near(counts, b) > near(counts, a) ? b : a)
            .getAsInt();
    double most = (double) near(counts, first) / Math.max(1, all);
    return new Tones(most, most + (double) near(counts, second) / Math.max(1, all));
  }

  private static int near(int[] counts, int level) {
    int sum = 0;
    for (int i = Math.max(0, level - NEARLY); i <= Math.min(255, level + NEARLY); i++) {
      sum += counts[i];
    }
    return sum;
  }
}
