/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.Arrays;

/**
 * How one axis of an image is covered by windows: their common length, their offsets, and how much
 * each counts at each position. Weights rise and fall along half a cosine where two windows overlap
 * and add up to one everywhere, so no window's border shows and no sum of weights has to be kept.
 *
 * @param length of every window, in pixels
 * @param offsets of the windows, rising
 */
record WindowAxis(int length, int[] offsets) {

  /**
   * @param size of the image along the axis, in pixels
   * @param window that the network wants
   */
  static WindowAxis cover(int size, Window window) {
    int padded = window.padded(size);
    int side = window.side();
    if (padded <= side) {
      return new WindowAxis(padded, new int[] {0});
    }
    int windows = ceilDiv(padded - window.overlap(), side - window.overlap());
    var offsets = new int[windows];
    for (int i = 0; i < windows; i++) {
      double even = (double) i * (padded - side) / (windows - 1);
      offsets[i] = window.step() * (int) Math.round(even / window.step());
    }
    return new WindowAxis(side, offsets);
  }

  /** The weight of window i at each of its positions, 0-1. */
  float[] weights(int i) {
    var weights = new float[length];
    Arrays.fill(weights, 1);
    if (i > 0) {
      int overlap = overlap(i);
      for (int p = 0; p < overlap; p++) {
        weights[p] *= rise(p, overlap);
      }
    }
    // What a window gets, those before it lose, the last but one too where three of them overlap.
    for (int next = i + 1; next < offsets.length; next++) {
      int from = offsets[next] - offsets[i];
      int overlap = overlap(next);
      for (int p = from; p < length; p++) {
        weights[p] *= 1 - rise(p - from, overlap);
      }
    }
    return weights;
  }

  /** Pixels that window i shares with the one before. */
  private int overlap(int i) {
    return offsets[i - 1] + length - offsets[i];
  }

  private static float rise(int position, int overlap) {
    return (float) (0.5 - 0.5 * Math.cos(Math.PI * (position + 0.5) / overlap));
  }

  private static int ceilDiv(int a, int b) {
    return (a + b - 1) / b;
  }
}
