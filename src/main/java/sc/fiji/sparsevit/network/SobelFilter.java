/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;

/** The gradient's magnitude, the three channels summed before: (N, 3, H, W) to (N, 1, H, W). */
final class SobelFilter extends ImageFilter {

  private static final int SIDE = 3;

  /** Horizontal, then vertical. */
  private static final float[][] GRADIENTS = {
    {-1, 0, 1, -2, 0, 2, -1, 0, 1}, {-1, -2, -1, 0, 0, 0, 1, 2, 1},
  };

  /** Both gradients, each over three channels: (2, 3, 3, 3). */
  static float[] kernels() {
    var kernels = new float[GRADIENTS.length * 3 * SIDE * SIDE];
    for (int i = 0; i < kernels.length; i++) {
      kernels[i] = GRADIENTS[i / (3 * SIDE * SIDE)][i % (SIDE * SIDE)];
    }
    return kernels;
  }

  @Override
  protected NDArray forward(NDArray image, Pass pass) {
    var gradients = convolve(image, kernels(image, kernels(), 3, SIDE));
    return gradients.square().sum(new int[] {1}, true).sqrt();
  }

  @Override
  void count(Count count, int height, int width) {
    count.products((long) height * width * kernels().length);
  }
}
