/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;

/** Batch norm with PyTorch's five tensors, eps 1e-5, momentum 0.1: (N, C, H, W), same shape. */
final class BatchNorm extends Layer {

  static final float EPSILON = 1e-5f;

  /** DJL's sense of the word: the share of the old statistics that is kept. */
  private static final float MOMENTUM = 0.9f;

  /** DJL's name for the second axis; any other value makes it copy the tensor twice. */
  private static final int CHANNEL_AXIS = -1;

  private final Parameter weight;
  private final Parameter bias;
  private final Parameter mean;
  private final Parameter variance;
  private final Parameter batches;

  BatchNorm(int channels) {
    weight = weight("weight", Initializers.ONES, channels);
    bias = weight("bias", Initializers.ZEROS, channels);
    mean = buffer("running_mean", Initializers.ZEROS, channels);
    variance = buffer("running_var", Initializers.ONES, channels);
    batches = buffer("num_batches_tracked", Initializers.COUNTER);
  }

  void count(Count count, long places) {
    count.batchNorm(places * weight.getShape().get(0));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    if (pass.training()) {
      pass.value(batches, x).addi(1);
    }
    return ai.djl.nn.norm.BatchNorm.batchNorm(
            x,
            pass.value(mean, x),
            pass.value(variance, x),
            pass.value(weight, x),
            pass.value(bias, x),
            CHANNEL_AXIS,
            MOMENTUM,
            EPSILON,
            pass.training())
        .singletonOrThrow();
  }
}
