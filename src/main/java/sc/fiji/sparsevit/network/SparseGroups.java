/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;

/**
 * The sparse grouping of the paper (section 3.2): with rate S the H x W token grid falls into S*S
 * interleaved grids, group (a, b) holding rows a + iS and columns b + jS. Attention sees one group
 * at a time. The authors' code keeps H/S instead of S and so changes the rates with the input's
 * size; here the rate is what is kept.
 *
 * @param rate the sparsity rate S
 * @param heads attention heads
 * @param headDimension channels per head
 */
record SparseGroups(int rate, int heads, int headDimension) {

  /**
   * Splits (N, H, W, parts*C) into (parts, N*S*S*heads, tokens, headDimension): the one copy that
   * groups tokens and separates heads together.
   */
  NDArray split(NDArray x, int parts) {
    var shape = x.getShape();
    long rows = shape.get(1) / rate;
    long columns = shape.get(2) / rate;
    if (rows * rate != shape.get(1) || columns * rate != shape.get(2)) {
      throw new IllegalArgumentException(
          "a token grid of "
              + shape.get(1)
              + "x"
              + shape.get(2)
              + " cannot be split at sparsity rate "
              + rate
              + "; pad the input to a multiple of SparseVitConfig.inputMultiple()");
    }
    return x.reshape(shape.get(0), rows, rate, columns, rate, parts, heads, headDimension)
        .transpose(5, 0, 2, 4, 6, 1, 3, 7)
        .reshape(parts, shape.get(0) * rate * rate * heads, rows * columns, headDimension);
  }

  /** The reverse for one part: (N*S*S*heads, tokens, headDimension) to (N, H, W, C). */
  NDArray join(NDArray x, long height, long width) {
    long samples = x.getShape().get(0) / ((long) rate * rate * heads);
    return x.reshape(samples, rate, rate, heads, height / rate, width / rate, headDimension)
        .transpose(0, 4, 1, 5, 2, 3, 6)
        .reshape(samples, height, width, (long) heads * headDimension);
  }
}
