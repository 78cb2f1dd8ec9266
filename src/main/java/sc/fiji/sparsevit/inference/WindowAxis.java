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

  /** Neighbouring windows share at least this many pixels. */
  static final int OVERLAP = 128;

  /** Offsets are multiples of a stage-4 token, so that all windows see one token grid. */
  static final int OFFSET_STEP = 32;

  /**
   * @param size of the image along the axis, in pixels
   * @param multiple that a window's length must have
   * @param longest window allowed, a multiple of it
   */
  static WindowAxis cover(int size, int multiple, int longest) {
    int padded = Math.toIntExact((size + multiple - 1L) / multiple * multiple);
    if (padded <= longest) {
      return new WindowAxis(padded, new int[] {0});
    }
    int windows = ceilDiv(padded - OVERLAP, longest - OVERLAP);
    var offsets = new int[windows];
    for (int i = 0; i < windows; i++) {
      double even = (double) i * (padded - longest) / (windows - 1);
      offsets[i] = OFFSET_STEP * (int) Math.round(even / OFFSET_STEP);
    }
    return new WindowAxis(longest, offsets);
  }

  /** The weight of window i at each of its positions, 0-1. */
  float[] weights(int i) {
    var weights = new float[length];
    Arrays.fill(weights, 1);
    if (i > 0) {
      int overlap = offsets[i - 1] + length - offsets[i];
      for (int p = 0; p < overlap; p++) {
        weights[p] *= rise(p, overlap);
      }
    }
    if (i < offsets.length - 1) {
      int overlap = offsets[i] + length - offsets[i + 1];
      for (int p = 0; p < overlap; p++) {
        weights[length - overlap + p] *= 1 - rise(p, overlap);
      }
    }
    return weights;
  }

  private static float rise(int position, int overlap) {
    return (float) (0.5 - 0.5 * Math.cos(Math.PI * (position + 0.5) / overlap));
  }

  private static int ceilDiv(int a, int b) {
    return (a + b - 1) / b;
  }
}
