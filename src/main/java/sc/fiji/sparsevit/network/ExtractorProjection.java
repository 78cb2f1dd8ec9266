/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import sc.fiji.sparsevit.network.Convolution.Geometry;

/**
 * An extractor's response through a convolution of the form of the network's first one, to be added
 * to its output: (N, 3, H, W) to (N, C, H', W'). It starts as silence, so that weights of a network
 * without an extractor start one with it.
 */
final class ExtractorProjection extends Layer {

  private final ImageFilter filter;
  private final Convolution projection;

  ExtractorProjection(Extractor extractor, int width, Geometry first) {
    filter = child("filter", extractor.filter());
    projection = child("proj", Convolution.silent(extractor.responses(), width, first));
  }

  @Override
  protected NDArray forward(NDArray image, Pass pass) {
    return projection.run(filter.run(image, pass), pass);
  }

  void count(Count count, int height, int width) {
    filter.count(count, height, width);
    projection.count(count, (long) height / projection.stride() * (width / projection.stride()));
  }
}
