/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import java.awt.Rectangle;

/**
 * One connected component of a mask, as horizontal runs of pixels, row by row from left to right.
 *
 * @param width the mask's
 * @param starts index into the mask's pixels of each run's first pixel
 * @param ends index after each run's last pixel
 */
record Component(int width, int[] starts, int[] ends) {
  int runs() {
    return starts.length;
  }

  int row(int run) {
    return starts[run] / width;
  }

  /** The column of a run's first pixel. */
  int left(int run) {
    return starts[run] % width;
  }

  /** The column after a run's last pixel. */
  int right(int run) {
    return left(run) + ends[run] - starts[run];
  }

  long area() {
    long area = 0;
    for (int run = 0; run < runs(); run++) {
      area += ends[run] - starts[run];
    }
    return area;
  }

  Rectangle bounds() {
    int left = width;
    int right = 0;
    for (int run = 0; run < runs(); run++) {
      left = Math.min(left, left(run));
      right = Math.max(right, right(run));
    }
    return new Rectangle(left, row(0), right - left, row(runs() - 1) + 1 - row(0));
  }
}
