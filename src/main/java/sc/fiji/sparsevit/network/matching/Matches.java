/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

import ai.djl.ndarray.NDArray;

/**
 * What occurs twice in each image of a batch, on the grid of stage 2's tokens (h = H/8, w = W/8).
 *
 * @param evidence how well every token fits its partner, (N, {@link MatchFeatures#CHANNELS}, h, w)
 * @param partners for every token the number of the token where its partner's center lies, row by
 *     row from 0, int64, (N, h * w)
 */
public record Matches(NDArray evidence, NDArray partners) {}
