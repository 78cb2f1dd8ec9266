/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Arrays;

/**
 * How badly every pixel is predicted from its neighbors (Bayar and Stamm 2016): learned 5x5 kernels
 * without bias whose center is -1 and whose other values add up to 1, (N, 3, H, W) to (N, 3, H, W).
 *
 * <p>Others force stored weights into that form before each pass; here the form is computed from
 * weights that are free, which gives the same response and lets gradients see the constraint.
 */
final class BayarFilter extends ImageFilter {

  private static final int SIDE = 5;
  private static final int AREA = SIDE * SIDE;
  private static final int KERNELS = 3 * 3;

  private final Parameter weight;

  BayarFilter() {
    // Positive, or some sum may start near 0 and its kernel near infinity.
    weight = weight("weight", Initializers.POSITIVE, 3, 3, SIDE, SIDE);
  }

  @Override
  protected NDArray forward(NDArray image, Pass pass) {
    return convolve(image, constrained(pass.value(weight, image)));
  }

  /** (3, 3, 5, 5): the center set to 0, the rest of each kernel divided by its sum, then -1. */
  private static NDArray constrained(NDArray free) {
    var neighbors = new float[AREA];
    var center = new float[AREA];
    Arrays.fill(neighbors, 1);
    neighbors[AREA / 2] = 0;
    center[AREA / 2] = -1;
    var kernel = new Shape(1, 1, SIDE, SIDE);
    var rest = free.mul(OwnedScalar.of(neighbors, kernel, free));
    var predicting = rest.div(rest.sum(new int[] {2, 3}, true));
    return predicting.add(OwnedScalar.of(center, kernel, free));
  }

  /** The same for weights in row-major order, for other forms of the filter. */
  static float[] constrained(float[] free) {
    var kernels = new float[free.length];
    for (int kernel = 0; kernel < KERNELS; kernel++) {
      int start = kernel * AREA;
      int center = start + AREA / 2;
      double sum = -free[center];
      for (int i = start; i < start + AREA; i++) {
        sum += free[i];
      }
      for (int i = start; i < start + AREA; i++) {
        kernels[i] = i == center ? -1 : (float) (free[i] / sum);
      }
    }
    return kernels;
  }

  @Override
  void count(Count count, int height, int width) {
    count.products((long) height * width * KERNELS * AREA);
  }
}
