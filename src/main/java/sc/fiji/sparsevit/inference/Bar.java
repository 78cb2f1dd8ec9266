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

  /** Leaves probabilities as they are. */
  static final Bar HALF = new Bar(.5);

  float shifted(float seen) {
    if (probability == .5) {
      return seen;
    }
    double odds = probability / (1 - probability);
    return (float) (seen / (seen + (1 - seen) * odds));
  }
}
