/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.library;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.synthesis.cutout.SmallCopy;

/** A photograph of a library. */
public final class Photo {

  private final PhotoPixels pixels;
  private final List<Path> objectMasks;
  private final Path origin;

  Photo(PhotoPixels pixels, List<Path> objectMasks, Path origin) {
    this.pixels = pixels;
    this.objectMasks = objectMasks;
    this.origin = origin;
  }

  /** Shared: not to be changed. */
  public RgbRaster pixels() {
    return pixels.all();
  }

  /** Made when it is first asked for, and kept with the pixels. */
  public SmallCopy small() {
    return pixels.small();
  }

  /** Files that outline objects in it. */
  public List<Path> objectMasks() {
    return objectMasks;
  }

  /** The folder or data set that it came from. */
  public Path origin() {
    return origin;
  }

  public int width() {
    return pixels().width();
  }

  public int height() {
    return pixels().height();
  }
}
