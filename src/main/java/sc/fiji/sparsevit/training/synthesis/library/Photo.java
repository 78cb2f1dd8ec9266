/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.library;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * A photograph of a library.
 *
 * @param pixels shared: not to be changed
 * @param objectMasks files that outline objects in it
 * @param origin the folder or data set that it came from
 */
public record Photo(RgbRaster pixels, List<Path> objectMasks, Path origin) {

  public int width() {
    return pixels.width();
  }

  public int height() {
    return pixels.height();
  }
}
