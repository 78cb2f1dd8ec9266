/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.initializer.Initializer;
import java.util.Optional;

/** A linear layer over the last axis: (N, H, W, in) to (N, H, W, out). */
final class Dense extends Layer {

  private final Parameter weight;
  private final Optional<Parameter> bias;

  Dense(int in, int out) {
    this(in, out, Initializers.LINEAR, true);
  }

  private Dense(int in, int out, Initializer initial, boolean biased) {
    weight = weight("weight", initial, out, in);
    bias = biased ? Optional.of(weight("bias", Initializers.ZEROS, out)) : Optional.empty();
  }

  static Dense withoutBias(int in, int out) {
    return new Dense(in, out, Initializers.LINEAR, false);
  }

  /** A layer whose output starts as 0. */
  static Dense silent(int in, int out) {
    return new Dense(in, out, Initializers.ZEROS, true);
  }

  void count(Count count, long tokens) {
    count.products(tokens * weight.getShape().size());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    var matrix = pass.value(weight, x);
    var shift = bias.map(b -> pass.value(b, x)).orElse(null);
    return Linear.linear(x, matrix, shift).singletonOrThrow();
  }
}
