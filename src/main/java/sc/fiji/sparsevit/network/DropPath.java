/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * Stochastic depth: in training a residual branch is left out for a share of the samples, and the
 * others make up for it; otherwise nothing happens.
 *
 * @param rate the share of samples whose branch is dropped, 0 to below 1
 */
record DropPath(float rate) {

  /** Scales the branch (N, ...) per sample by 0 or 1 / (1 - rate). */
  NDArray apply(NDArray branch, boolean training) {
    if (!training || rate == 0) {
      return branch;
    }
    long[] perSample = new long[branch.getShape().dimension()];
    Arrays.fill(perSample, 1);
    perSample[0] = branch.getShape().get(0);
    var manager = branch.getManager();
    var kept =
        manager
            .randomUniform(0, 1, new Shape(perSample), branch.getDataType())
            .gte(rate)
            .toType(branch.getDataType(), false);
    return branch.mul(kept.mul(1 / (1 - rate)));
  }
}
