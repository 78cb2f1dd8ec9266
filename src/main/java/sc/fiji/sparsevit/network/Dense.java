/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;

/** A linear layer with bias over the last axis: (..., in) to (..., out). */
final class Dense extends Layer {

  private final Parameter weight;
  private final Parameter bias;

  Dense(int in, int out) {
    weight = weight("weight", Initial.LINEAR, out, in);
    bias = weight("bias", Initial.ZEROS, out);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Linear.linear(x, pass.value(weight, x), pass.value(bias, x)).singletonOrThrow();
  }
}
