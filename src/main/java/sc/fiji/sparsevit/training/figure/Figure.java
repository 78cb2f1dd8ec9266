/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.Shape;
import java.util.List;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * A figure and what is in it.
 *
 * @param picture the pixels
 * @param elements outlines of bands, cells, bars and the like, in pixels; may be empty
 */
public record Figure(RgbRaster picture, List<Shape> elements) {

  public Figure {
    elements = List.copyOf(elements);
  }
}
