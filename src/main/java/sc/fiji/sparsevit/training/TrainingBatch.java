/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import sc.fiji.sparsevit.network.matching.Matches;

/**
 * Samples as tensors.
 *
 * @param images normalized, (N, 3, H, W)
 * @param masks 1 forged, 0 authentic, (N, 1, H, W)
 * @param histories what was done to the pixels, averaged over cells of {@link #HISTORY_CELL}, (N,
 *     4, H/8, W/8); 0 where unknown
 * @param historyKnown 1 for the samples whose history is known, else 0, (N, 1, 1, 1)
 * @param matches what occurs twice in each; null where nobody looked
 */
record TrainingBatch(
    NDArray images, NDArray masks, NDArray histories, NDArray historyKnown, Matches matches) {

  /** Pixels along the side of what has one history: a token of stage 2, the finest read out of. */
  static final int HISTORY_CELL = 8;
}
