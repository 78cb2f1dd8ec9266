/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.image.raster.RgbRaster;

/**
 * A photograph of a library.
 *
 * @param pixels shared: not to be changed
 * @param objectMasks files that outline objects in it
 */
record Photo(RgbRaster pixels, List<Path> objectMasks) {

  int width() {
    return pixels.width();
  }

  int height() {
    return pixels.height();
  }
}
