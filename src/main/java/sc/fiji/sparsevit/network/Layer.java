/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A keyed block from one tensor to one tensor. */
abstract class Layer extends KeyedBlock {

  /** The layer's function; what it makes on the way is {@link #run}'s business. */
  protected abstract NDArray forward(NDArray x, Pass pass);

  /** Runs the layer and lets go at once of every array that it made on the way. */
  final NDArray run(NDArray x, Pass pass) {
    NDArray y;
    try (var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      y = forward(x, pass);
      NDScope.unregister(y);
    }
    NDScope.register(y);
    return y;
  }

  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    return new NDList(run(inputs.singletonOrThrow(), new Pass(store, training)));
  }
}
