/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/** What an {@link Extractor} computes: normalized images (N, 3, H, W) to (N, responses, H, W). */
abstract class ImageFilter extends Layer {

  /** Adds the cost for images of one size. */
  abstract void count(Count count, int height, int width);

  /** A convolution without bias that keeps the grid; beyond the edges are zeros. */
  static NDArray convolve(NDArray image, NDArray kernels) {
    long half = kernels.getShape().get(2) / 2;
    return Conv2d.conv2d(image, kernels, null, new Shape(1, 1), new Shape(half, half))
        .singletonOrThrow();
  }

  /** Kernels that are not trained, (out, in, side, side), of the image's type and on its device. */
  static NDArray kernels(NDArray image, float[] values, int in, int side) {
    var shape = new Shape(values.length / ((long) in * side * side), in, side, side);
    return OwnedScalar.of(values, shape, image);
  }
}
