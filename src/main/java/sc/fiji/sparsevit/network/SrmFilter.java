/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;

/**
 * Noise residuals of the steganalysis rich model (Fridrich and Kodovsky 2012), with the three
 * kernels that RGB-N chose (Zhou et al. 2018), each on each channel: (N, 3, H, W) to (N, 9, H, W),
 * kernel by kernel.
 */
final class SrmFilter extends ImageFilter {

  private static final int SIDE = 5;
  private static final int AREA = SIDE * SIDE;

  /** Second-order square, fifth-order square, horizontal second derivative. */
  private static final float[][] RESIDUALS = {
    {0, 0, 0, 0, 0, 0, -1, 2, -1, 0, 0, 2, -4, 2, 0, 0, -1, 2, -1, 0, 0, 0, 0, 0, 0},
    {-1, 2, -2, 2, -1, 2, -6, 8, -6, 2, -2, 8, -12, 8, -2, 2, -6, 8, -6, 2, -1, 2, -2, 2, -1},
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, -2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
  };

  private static final float[] DIVISORS = {4, 12, 2};

  /** (9, 3, 5, 5), zero where a kernel does not look at a channel. */
  static float[] kernels() {
    var kernels = new float[RESIDUALS.length * 3 * 3 * AREA];
    for (int kernel = 0; kernel < RESIDUALS.length; kernel++) {
      for (int channel = 0; channel < 3; channel++) {
        int start = ((kernel * 3 + channel) * 3 + channel) * AREA;
        for (int i = 0; i < AREA; i++) {
          kernels[start + i] = RESIDUALS[kernel][i] / DIVISORS[kernel];
        }
      }
    }
    return kernels;
  }

  @Override
  protected NDArray forward(NDArray image, Pass pass) {
    return convolve(image, kernels(image, kernels(), 3, SIDE));
  }

  @Override
  void count(Count count, int height, int width) {
    count.products((long) height * width * kernels().length);
  }
}
