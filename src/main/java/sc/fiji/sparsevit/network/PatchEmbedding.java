/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Cuts a map into patches, one token each: convolution with kernel = stride, then layer norm, eps
 * 1e-5. (N, C, H, W) to (N, H/size, W/size, C').
 */
final class PatchEmbedding extends Layer {

  private final Convolution projection;
  private final ChannelNorm norm;
  private final int width;
  private final int size;

  PatchEmbedding(int in, int width, int size) {
    this.width = width;
    this.size = size;
    projection = child("proj", Convolution.of(in, width, Convolution.Geometry.patches(size)));
    norm = child("norm", new ChannelNorm(width, 1e-5f));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return norm(project(x, pass), pass);
  }

  /** The convolution alone: (N, C', H/size, W/size). */
  NDArray project(NDArray x, Pass pass) {
    return projection.run(x, pass);
  }

  /** The norm of what the convolution made. */
  NDArray norm(NDArray projected, Pass pass) {
    return norm.run(MapLayout.channelsLast(projected), pass);
  }

  void count(Count count, long tokens) {
    projection.count(count, tokens);
    norm.count(count, tokens);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    var in = inputShapes[0];
    return new Shape[] {new Shape(in.get(0), in.get(2) / size, in.get(3) / size, width)};
  }
}
