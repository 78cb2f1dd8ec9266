/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.training.initializer.Initializer;

/** A linear layer with bias over the last axis: (N, H, W, in) to (N, H, W, out). */
final class Dense extends Layer {

  private final Parameter weight;
  private final Parameter bias;

  Dense(int in, int out) {
    this(in, out, Initializers.LINEAR);
  }

  private Dense(int in, int out, Initializer initial) {
    weight = weight("weight", initial, out, in);
    bias = weight("bias", Initializers.ZEROS, out);
  }

  /** A layer whose output starts as 0. */
  static Dense silent(int in, int out) {
    return new Dense(in, out, Initializers.ZEROS);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    var matrix = pass.value(weight, x);
    var shift = pass.value(bias, x);
    if (x.getDevice().isGpu()) {
      return Linear.linear(x, matrix, shift).singletonOrThrow();
    }
    // On the CPU PyTorch leaves products to MKL, which halves its vectors on processors that are
    // not Intel's, and convolutions to oneDNN, which does not.
    var kernel = matrix.reshape(matrix.getShape().add(1, 1));
    var y = Conv2d.conv2d(MapLayout.channelsFirst(x), kernel, shift).singletonOrThrow();
    return MapLayout.channelsLast(y);
  }
}
