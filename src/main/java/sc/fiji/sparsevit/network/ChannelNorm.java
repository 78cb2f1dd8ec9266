/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.LayerNorm;

/** Layer norm over the channels of every token: (N, H, W, C) to the same shape. */
final class ChannelNorm extends Layer {

  private final Parameter weight;
  private final Parameter bias;
  private final Shape channels;
  private final float epsilon;

  ChannelNorm(int channels, float epsilon) {
    this(channels, epsilon, true);
  }

  private ChannelNorm(int channels, float epsilon, boolean used) {
    this.weight =
        used
            ? weight("weight", Initializers.ONES, channels)
            : unused("weight", Initializers.ONES, channels);
    this.bias =
        used
            ? weight("bias", Initializers.ZEROS, channels)
            : unused("bias", Initializers.ZEROS, channels);
    this.channels = new Shape(channels);
    this.epsilon = epsilon;
  }

  /** A norm that checkpoints hold and nothing calls. */
  static ChannelNorm neverCalled(int channels) {
    return new ChannelNorm(channels, 1e-6f, false);
  }

  void count(Count count, long tokens) {
    count.layerNorm(tokens * channels.get(0));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return LayerNorm.layerNorm(x, channels, pass.value(weight, x), pass.value(bias, x), epsilon)
        .singletonOrThrow();
  }
}
