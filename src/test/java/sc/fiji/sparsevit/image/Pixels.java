/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Colors of a view as plain numbers. */
final class Pixels {

  private Pixels() {}

  /** 0xRRGGBB of every pixel, row by row. */
  static int[] rgb(RandomAccessibleInterval<ARGBType> image) {
    int[] pixels = new int[(int) image.size()];
    int i = 0;
    for (var pixel : Views.flatIterable(image)) {
      pixels[i++] = pixel.get() & 0xffffff;
    }
    return pixels;
  }

  static int[] rgb(RgbImage image) {
    return rgb(image.pixels());
  }
}
