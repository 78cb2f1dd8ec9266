/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.library;

import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.synthesis.cutout.SmallCopy;

/** A decoded photograph, and its small copy once somebody has asked for it. */
final class PhotoPixels {

  private final RgbRaster all;
  private volatile SmallCopy small;

  PhotoPixels(RgbRaster all) {
    this.all = all;
  }

  RgbRaster all() {
    return all;
  }

  /** Two threads may make it at once; it comes out the same. */
  SmallCopy small() {
    var known = small;
    if (known == null) {
      known = SmallCopy.of(all);
      small = known;
    }
    return known;
  }

  /** With the small copy, whether it was made or not. */
  long bytes() {
    return all.samples().length + SmallCopy.MOST_BYTES;
  }
}
