/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.plugin.filter.Convolver;
import ij.process.FloatProcessor;

/** A Gaussian blur. ImageJ's own leaves threads behind that keep a program from ending. */
final class EdgeBlur {
  private EdgeBlur() {}

  static void blur(FloatProcessor plane, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    var kernel = new float[2 * reach + 1];
    float sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) Math.exp(-0.5 * (i - reach) * (i - reach) / (sigma * sigma));
      sum += kernel[i];
    }
    var convolver = new Convolver();
    convolver.convolveFloat1D(plane, kernel, kernel.length, 1, 1 / sum);
    convolver.convolveFloat1D(plane, kernel, 1, kernel.length, 1 / sum);
  }
}
