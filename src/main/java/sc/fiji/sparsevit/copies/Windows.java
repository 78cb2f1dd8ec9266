/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/** Sums over the square around every pixel of a small plane, edges cut off. */
final class Windows {

  private Windows() {}

  /** Mean over the square of 2 radius + 1 pixels around every pixel. */
  static float[] means(float[] plane, int width, int height, int radius) {
    int stride = width + 1;
    var sums = new double[stride * (height + 1)];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += plane[y * width + x];
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    var means = new float[plane.length];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(height, y + radius + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - radius);
        int right = Math.min(width, x + radius + 1);
        double sum =
            sums[bottom * stride + right]
                - sums[bottom * stride + left]
                - sums[top * stride + right]
                + sums[top * stride + left];
        means[y * width + x] = (float) (sum / ((bottom - top) * (right - left)));
      }
    }
    return means;
  }

  static float[] product(float[] one, float[] other) {
    var product = new float[one.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = one[i] * other[i];
    }
    return product;
  }

  static float[] difference(float[] one, float[] other) {
    var difference = new float[one.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }
}
