/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.util.Locale;

/**
 * Ground truth: which pixels were forged.
 *
 * @param width in pixels
 * @param height in pixels
 * @param forged H x W values, row by row
 */
public record Mask(int width, int height, boolean[] forged) {

  public Mask {
    if (forged.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a mask of %d x %d needs %d pixels, not %d",
              width,
              height,
              (long) width * height,
              forged.length));
    }
  }

  /** A mask without a forged pixel. */
  public static Mask authentic(int width, int height) {
    return new Mask(width, height, new boolean[Math.multiplyExact(width, height)]);
  }

  /** The mask at another size in pixels, by the nearest neighbor to the upper left. */
  public Mask resized(int newWidth, int newHeight) {
    int[] columns = nearest(width, newWidth);
    int[] rows = nearest(height, newHeight);
    boolean[] resized = new boolean[Math.multiplyExact(newWidth, newHeight)];
    for (int y = 0, i = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++, i++) {
        resized[i] = forged[rows[y] * width + columns[x]];
      }
    }
    return new Mask(newWidth, newHeight, resized);
  }

  /** In the order of OpenCV's own floating-point operations: at ties the last bit decides. */
  private static int[] nearest(int size, int newSize) {
    double scale = 1 / ((double) newSize / size);
    int[] positions = new int[newSize];
    for (int i = 0; i < newSize; i++) {
      positions[i] = Math.min((int) (i * scale), size - 1);
    }
    return positions;
  }
}
