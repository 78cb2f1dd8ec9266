/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;

/**
 * A learned vector for every place of the token grid, added to it: (N, H, W, C), same shape. It is
 * stored for the grid of the paper's 512x512 and goes bilinearly to that of any other input.
 */
final class PositionEmbedding {

  /** Tokens along a side. */
  private static final int GRID = 512 / SparseVitConfig.LOGIT_STRIDE;

  private final Parameter vectors;

  /**
   * @param owner whose parameter {@code pos_embed} the vectors become
   */
  PositionEmbedding(KeyedBlock owner, int channels) {
    vectors = owner.weight("pos_embed", Initializers.LINEAR, 1, GRID, GRID, channels);
  }

  NDArray add(NDArray x, KeyedBlock.Pass pass) {
    var grid = x.getShape();
    var stored = MapLayout.channelsFirst(pass.value(vectors, x));
    return x.add(MapLayout.channelsLast(MapLayout.upsample(stored, grid.get(1), grid.get(2))));
  }

  /** An input of another size costs what its upsampling costs. */
  void count(Count count, long tokens) {
    var shape = vectors.getShape();
    count.upsampled(tokens == (long) GRID * GRID ? 0 : tokens * shape.get(3));
  }
}
