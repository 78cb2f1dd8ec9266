/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/** From the encoder's maps to one logit per token: what {@link Head} names. */
abstract class FusionHead extends KeyedBlock {

  /**
   * @param maps as in {@link Features#maps}
   * @return logits (N, 1, H/16, W/16), or (N, 1, H/32, W/32) from the last map alone
   */
  abstract NDArray fuse(List<NDArray> maps, Pass pass);

  /** Adds the cost for an image of one size, up to the logits. */
  abstract void count(Count count, int height, int width);

  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    return new NDList(fuse(inputs, new Pass(store, training)));
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] maps) {
    var grid = maps[0];
    return new Shape[] {new Shape(grid.get(0), 1, grid.get(2), grid.get(3))};
  }
}
