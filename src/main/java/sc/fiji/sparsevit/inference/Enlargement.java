/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;

/** How an image is enlarged for {@link Look#ENLARGED}, and samples for training: bicubic. */
public final class Enlargement {

  /** Of both sides. */
  public static final int FACTOR = 2;

  /** Pixels beyond a part that its enlarged edges are made of. */
  private static final int REACH = 2;

  private Enlargement() {}

  public static RgbRaster of(RgbRaster picture) {
    return Interpolation.BICUBIC.resize(
        picture, FACTOR * picture.width(), FACTOR * picture.height());
  }

  /**
   * A part of the enlarged image, moved to (0, 0); no more of the image is enlarged than it needs.
   *
   * @param pixels of the image as it is
   * @param part within the enlarged image
   */
  static RandomAccessibleInterval<ARGBType> part(
      RandomAccessibleInterval<ARGBType> pixels, Interval part) {
    var min = new long[2];
    var max = new long[2];
    for (int d = 0; d < 2; d++) {
      min[d] = Math.max(0, part.min(d) / FACTOR - REACH);
      max[d] = Math.min(pixels.max(d), part.max(d) / FACTOR + REACH);
    }
    var source = Views.zeroMin(Views.interval(pixels, min, max));
    var wanted = Intervals.translate(part, -FACTOR * min[0], 0);
    wanted = Intervals.translate(wanted, -FACTOR * min[1], 1);
    return Views.zeroMin(Views.interval(of(RgbRaster.of(source)).toArgb(), wanted));
  }
}
