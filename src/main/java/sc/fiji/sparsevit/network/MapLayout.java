/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;

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
}
