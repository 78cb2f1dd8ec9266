/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;

/**
 * What one block's attention was computed from, for one image: it answers for any token where that
 * token looked, without the network (paper figure 4).
 */
public final class BlockAttention {

  private final SparseGroups groups;
  private final int rows;
  private final int columns;
  private final float[] qkv;

  private BlockAttention(SparseGroups groups, int rows, int columns, float[] qkv) {
    this.groups = groups;
    this.rows = rows;
    this.columns = columns;
    this.qkv = qkv;
  }

  /**
   * @param qkv of one image, (1, H, W, 3C)
   */
  static BlockAttention of(SparseGroups groups, NDArray qkv) {
    var shape = qkv.getShape();
    return new BlockAttention(groups, (int) shape.get(1), (int) shape.get(2), qkv.toFloatArray());
  }

  /** The sparsity rate S. */
  public int rate() {
    return groups.rate();
  }

  /** Rows of the block's token grid. */
  public int rows() {
    return rows;
  }

  /** Columns of the block's token grid. */
  public int columns() {
    return columns;
  }

  /** How many tokens share the attention of one: those of its group. */
  public int visible() {
    return rows * columns / (groups.rate() * groups.rate());
  }

  /**
   * Where one token looks: the share of its attention that every token gets, the mean over heads,
   * row by row. The shares add up to 1; tokens outside of its group get 0.
   *
   * @param row of the token, from 0
   * @param column of the token, from 0
   */
  public float[] from(int row, int column) {
    var shares = new float[rows * columns];
    int rate = groups.rate();
    var scores = new double[visible()];
    for (int head = 0; head < groups.heads(); head++) {
      double sum = 0;
      double highest = Double.NEGATIVE_INFINITY;
      int i = 0;
      for (int r = row % rate; r < rows; r += rate) {
        for (int c = column % rate; c < columns; c += rate) {
          scores[i] = score(head, row * columns + column, r * columns + c);
          highest = Math.max(highest, scores[i++]);
        }
      }
      for (i = 0; i < scores.length; i++) {
        scores[i] = Math.exp(scores[i] - highest);
        sum += scores[i];
      }
      i = 0;
      for (int r = row % rate; r < rows; r += rate) {
        for (int c = column % rate; c < columns; c += rate) {
          shares[r * columns + c] += (float) (scores[i++] / sum / groups.heads());
        }
      }
    }
    return shares;
  }

  /** The scaled product of one token's query and another's key. */
  private double score(int head, int from, int to) {
    int dimension = groups.headDimension();
    int width = groups.heads() * dimension;
    int query = from * 3 * width + head * dimension;
    int key = to * 3 * width + width + head * dimension;
    double product = 0;
    for (int i = 0; i < dimension; i++) {
      product += (double) qkv[query + i] * qkv[key + i];
    }
    return product / Math.sqrt(dimension);
  }
}
