/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.Rectangle;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * A picture's colors in memory, or every n-th pixel of them.
 *
 * @param colors packed as (A)RGB, row by row
 */
record Plane(int width, int height, int[] colors) {

  /**
   * @param step 1 for every pixel, n for every n-th column of every n-th row
   */
  static Plane of(RandomAccessibleInterval<ARGBType> pixels, int step) {
    var sampled = step == 1 ? pixels : Views.subsample(pixels, step);
    int width = (int) sampled.dimension(0);
    int height = (int) sampled.dimension(1);
    int[] colors = new int[width * height];
    int i = 0;
    for (var pixel : Views.flatIterable(sampled)) {
      colors[i++] = pixel.get();
    }
    return new Plane(width, height, colors);
  }

  /** Columns become rows, so that what is written for rows serves both. */
  Plane transposed() {
    int[] turned = new int[colors.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = colors[y * width + x];
      }
    }
    return new Plane(height, width, turned);
  }

  static Rectangle transposed(Rectangle area) {
    return new Rectangle(area.y, area.x, area.height, area.width);
  }

  int at(int x, int y) {
    return colors[y * width + x];
  }

  /** The largest difference of two colors in red, green or blue, 0 to 255. */
  static int distance(int one, int other) {
    int red = Math.abs((one >> 16 & 255) - (other >> 16 & 255));
    int green = Math.abs((one >> 8 & 255) - (other >> 8 & 255));
    int blue = Math.abs((one & 255) - (other & 255));
    return Math.max(red, Math.max(green, blue));
  }
}
