/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * A pair of which the second part seems to be the copy.
 *
 * @param pair from what seems to be the original to what seems to be its copy
 * @param certainty that it is not the other way around, 0.5 to 1
 */
public record SidedPair(CopyPair pair, double certainty) {

  /** Below it, both parts may be the copy: naming one would be wrong too often. */
  private static final double CLEAR = 0.65;

  /** Whether one of the two can be named as the copy. */
  public boolean isClear() {
    return certainty >= CLEAR;
  }
}
