/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.inpainting;

import sc.fiji.sparsevit.raster.RgbRaster;

/** Fills holes. */
@FunctionalInterface
public interface Inpainter {

  /**
   * A copy of the picture with other pixels inside the hole and the same outside.
   *
   * @param hole (height, width), true where pixels are to be replaced; at least one is false
   */
  RgbRaster fill(RgbRaster picture, boolean[] hole);
}
