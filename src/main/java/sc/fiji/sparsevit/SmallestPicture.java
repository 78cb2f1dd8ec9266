/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

/**
 * Below what size a picture cannot be judged. Measured with the built-in model (docs/results.md):
 * of untouched strips less than 64 pixels high, up to 5 % of the pixels are flagged, of those a few
 * pixels high up to 45 %; and in squares of up to 128 pixels nothing is ever found, since with a
 * sparsity rate of 8 every token of an 8x8 grid is alone in its group.
 */
final class SmallestPicture {
  static final int SHORT_SIDE = 64;
  static final int LONG_SIDE = 129;

  private SmallestPicture() {}

  static boolean isMet(int width, int height) {
    return Math.min(width, height) >= SHORT_SIDE && Math.max(width, height) >= LONG_SIDE;
  }

  /**
   * @throws IllegalArgumentException if a picture, or a selection in it, is too small to judge
   */
  static void require(int width, int height) {
    if (!isMet(width, height)) {
      throw new IllegalArgumentException(
          "is too small to judge: "
              + width
              + " x "
              + height
              + " pixels; the longer side must have at least "
              + LONG_SIDE
              + " pixels, the shorter one "
              + SHORT_SIDE
              + "; look at a larger version or a larger part");
    }
  }
}
