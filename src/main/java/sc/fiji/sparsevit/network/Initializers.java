/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.types.DataType;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.TruncatedNormalInitializer;

/** How parameters start when no checkpoint says otherwise, as in the authors' code. */
final class Initializers {

  /** Linear layers: normal, sigma 0.02, cut at two sigma. */
  static final Initializer LINEAR = new TruncatedNormalInitializer(0.02f);

  static final Initializer ZEROS = Initializer.ZEROS;
  static final Initializer ONES = Initializer.ONES;

  /** Layer scale and LFF's gammas: each block starts as almost the identity. */
  static final Initializer LAYER_SCALE = new ConstantInitializer(1e-6f);

  /** Counters are 64-bit integers whatever the network's type. */
  static final Initializer COUNTER = (manager, shape, type) -> manager.zeros(shape, DataType.INT64);

  /** Between 0 and 1. */
  static final Initializer POSITIVE =
      (manager, shape, type) -> manager.randomUniform(0, 1, shape, type);

  private Initializers() {}

  /** PyTorch's default for convolutions: uniform within 1/sqrt(fan in), weights and bias alike. */
  static Initializer convolution(long fanIn) {
    float bound = (float) (1 / Math.sqrt(fanIn));
    return (manager, shape, type) -> manager.randomUniform(-bound, bound, shape, type);
  }
}
