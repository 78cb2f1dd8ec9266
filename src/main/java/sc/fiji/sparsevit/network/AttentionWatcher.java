/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;

/** Sees what attention is computed from, block after block, during a forward pass. */
@FunctionalInterface
interface AttentionWatcher {

  AttentionWatcher NONE = (groups, qkv) -> {};

  /**
   * @param groups how the block groups tokens
   * @param qkv queries, keys and values of every token, (N, H, W, 3C); gone after the call
   */
  void attending(SparseGroups groups, NDArray qkv);
}
