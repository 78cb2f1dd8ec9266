/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/** A way to look at a window. */
public enum Look {
  MIRRORED {
    @Override
    int seen(int pixel, int height, int width) {
      return pixel - 2 * (pixel % width) + width - 1;
    }
  },
  /** By 180 degrees. */
  TURNED {
    @Override
    int seen(int pixel, int height, int width) {
      return height * width - 1 - pixel;
    }
  };

  /** Where a pixel of the window is in this look; the same leads back. */
  abstract int seen(int pixel, int height, int width);

  /**
   * Lays planes out as they are in this look.
   *
   * @param from planes of height x width, row by row, one after the other
   * @param start index of the first plane's first value
   * @param to room for as many planes
   * @param target index of the first value there
   */
  void write(float[] from, int start, float[] to, int target, int planes, int height, int width) {
    int area = height * width;
    for (int plane = 0; plane < planes * area; plane += area) {
      for (int i = 0; i < area; i++) {
        to[target + plane + seen(i, height, width)] = from[start + plane + i];
      }
    }
  }
}
