/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;

/** A convolution with bias that keeps the grid (stride 1) or divides it (stride = kernel). */
final class Convolution extends Layer {

  private static final Shape NO_DILATION = new Shape(1, 1);

  private final Parameter weight;
  private final Parameter bias;
  private final Shape stride;
  private final Shape padding;
  private final int groups;

  private Convolution(
      int in, int out, int kernel, int stride, int padding, int groups, boolean used) {
    long fanIn = (long) in / groups * kernel * kernel;
    var initial = Initializers.convolution(fanIn);
    this.weight =
        used
            ? weight("weight", initial, out, in / groups, kernel, kernel)
            : unused("weight", initial, out, in / groups, kernel, kernel);
    this.bias = used ? weight("bias", initial, out) : unused("bias", initial, out);
    this.stride = new Shape(stride, stride);
    this.padding = new Shape(padding, padding);
    this.groups = groups;
  }

  static Convolution pointwise(int in, int out) {
    return new Convolution(in, out, 1, 1, 0, 1, true);
  }

  static Convolution depthwise(int channels, int kernel) {
    return new Convolution(channels, channels, kernel, 1, kernel / 2, channels, true);
  }

  /** Depthwise 3x3 that checkpoints hold and nothing calls. */
  static Convolution unusedDepthwise(int channels) {
    return new Convolution(channels, channels, 3, 1, 1, channels, false);
  }

  static Convolution patches(int in, int out, int size) {
    return new Convolution(in, out, size, size, 0, 1, true);
  }

  /** (N, C, H, W) to (N, C', H', W'). */
  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Conv2d.conv2d(
            x, pass.value(weight, x), pass.value(bias, x), stride, padding, NO_DILATION, groups)
        .singletonOrThrow();
  }
}
