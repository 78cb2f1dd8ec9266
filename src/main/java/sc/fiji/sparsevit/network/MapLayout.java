/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Moves and stretches the grid of a map without touching its channels. */
final class MapLayout {

  private static final int BILINEAR = 1;

  private MapLayout() {}

  /** (N, C, H, W) to (N, H, W, C); a view, no copy. */
  static NDArray channelsLast(NDArray x) {
    return x.transpose(0, 2, 3, 1);
  }

  /** (N, H, W, C) to (N, C, H, W); a view, no copy. */
  static NDArray channelsFirst(NDArray x) {
    return x.transpose(0, 3, 1, 2);
  }

  /** Bilinear, half-pixel centers (align_corners false): (N, C, h, w) to (N, C, height, width). */
  static NDArray upsample(NDArray x, long height, long width) {
    if (x.getShape().get(2) == height && x.getShape().get(3) == width) {
      return x;
    }
    return x.getNDArrayInternal().interpolation(new long[] {height, width}, BILINEAR, false);
  }

  /** Means over cells of a finer grid: (N, C, H, W) to (N, C, height, width). */
  static NDArray shrink(NDArray x, long height, long width) {
    var shape = x.getShape();
    if (shape.get(2) == height && shape.get(3) == width) {
      return x;
    }
    var cell = new Shape(shape.get(2) / height, shape.get(3) / width);
    return x.getNDArrayInternal().avgPool(cell, cell, new Shape(0, 0), false, true);
  }

  /** Means over the whole grid: (N, C, H, W) to (N, C, 1, 1). */
  static NDArray mean(NDArray x) {
    var shape = x.getShape();
    long n = shape.get(0);
    long channels = shape.get(1);
    return x.reshape(n, channels, shape.get(2) * shape.get(3))
        .mean(new int[] {2})
        .reshape(n, channels, 1, 1);
  }
}
