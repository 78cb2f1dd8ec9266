/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;

/** Self-attention inside sparse groups: (N, H, W, C), same shape. */
final class Attention extends Layer {

  private final Dense qkv;
  private final Dense projection;
  private final SparseGroups groups;
  private final int channels;

  Attention(int channels, SparseGroups groups) {
    this(channels, groups, new Dense(channels, 3 * channels));
  }

  /** As in VOLO: queries, keys and values have no bias. */
  static Attention withoutBias(int channels, SparseGroups groups) {
    return new Attention(channels, groups, Dense.withoutBias(channels, 3 * channels));
  }

  private Attention(int channels, SparseGroups groups, Dense qkv) {
    this.channels = channels;
    this.groups = groups;
    this.qkv = child("qkv", qkv);
    projection = child("proj", new Dense(channels, channels));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    var grid = x.getShape();
    var projected = qkv.run(x, pass);
    pass.watcher().attending(groups, projected);
    var parts = groups.split(projected, 3);
    var query = parts.get(0);
    query = query.mul(OwnedScalar.of(Math.pow(groups.headDimension(), -0.5), query));
    var weights = query.batchMatMul(parts.get(1).swapAxes(1, 2)).softmax(-1);
    var mixed = weights.batchMatMul(parts.get(2));
    return projection.run(groups.join(mixed, grid.get(1), grid.get(2)), pass);
  }

  /** Of one image's token grid. */
  void count(Count count, long tokens) {
    long group = tokens / ((long) groups.rate() * groups.rate());
    qkv.count(count, tokens);
    count.products(2 * tokens * group * channels);
    projection.count(count, tokens);
  }
}
