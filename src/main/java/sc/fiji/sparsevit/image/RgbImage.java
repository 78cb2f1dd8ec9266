/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * An image as the network is to see it: 8-bit red, green and blue (alpha is to be ignored).
 *
 * @param pixels two dimensions, x and y, both starting at 0; usually a lazy view that copies
 *     nothing
 * @param mapping how the source's values became these colors
 */
public record RgbImage(RandomAccessibleInterval<ARGBType> pixels, RgbMapping mapping) {

  public RgbImage {
    if (pixels.numDimensions() != 2 || pixels.min(0) != 0 || pixels.min(1) != 0) {
      throw new IllegalArgumentException("an RGB image must have two dimensions that start at 0");
    }
  }

  /** Pixels from left to right. */
  public int width() {
    return (int) pixels.dimension(0);
  }

  /** Pixels from top to bottom. */
  public int height() {
    return (int) pixels.dimension(1);
  }
}
