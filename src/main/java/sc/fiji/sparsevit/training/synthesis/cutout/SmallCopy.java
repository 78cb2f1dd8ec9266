/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.cutout;

import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * A photograph made small, as it is divided into parts.
 *
 * @param picture the pixels, not to be changed
 * @param factor size of the photograph over that of the copy
 */
public record SmallCopy(RgbRaster picture, double factor) {

  private static final int LONGEST_SIDE = 160;

  /** What a copy takes at most. */
  public static final int MOST_BYTES = RgbRaster.CHANNELS * LONGEST_SIDE * LONGEST_SIDE;

  public static SmallCopy of(RgbRaster photo) {
    double factor = Math.max(1, (double) Math.max(photo.width(), photo.height()) / LONGEST_SIDE);
    int width = Interpolation.length(photo.width() / factor);
    int height = Interpolation.length(photo.height() / factor);
    return new SmallCopy(Interpolation.AREA.resize(photo, width, height), factor);
  }
}
