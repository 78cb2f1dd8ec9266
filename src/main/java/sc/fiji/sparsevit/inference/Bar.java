/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/**
 * Where a network's probabilities are to be cut: the one that becomes .5, to which all others are
 * shifted alike, so that their order stays.
 *
 * @param probability above 0, below 1
 */
public record Bar(double probability) {

  float shifted(float seen) {
    double odds = probability / (1 - probability);
    return (float) (seen / (seen + (1 - seen) * odds));
  }

  /**
   * Joins two maps: the higher probability counts.
   *
   * @param others probabilities for which this bar was set; become the joined map
   */
  void join(float[] map, float[] others) {
    for (int i = 0; i < map.length; i++) {
      others[i] = Math.max(map[i], shifted(others[i]));
    }
  }
}
