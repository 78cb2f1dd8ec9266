/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

/**
 * Consecutive sparse-attention blocks that share one sparsity rate; the map after the last of them
 * goes to the head (paper section 3.2).
 *
 * @param rate the sparsity rate S: attention runs inside S*S interleaved groups of the token grid;
 *     1 is ordinary global attention
 * @param blocks how many blocks in a row use this rate
 */
public record SparsityRun(int rate, int blocks) {
  public SparsityRun {
    if (rate < 1 || blocks < 1) {
      throw new IllegalArgumentException(
          "a sparsity run needs a rate and a block count of at least 1, not "
              + rate
              + " and "
              + blocks);
    }
  }
}
