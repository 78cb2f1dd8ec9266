/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

/**
 * What occurs twice in one image, before it becomes tensors: see {@link Matches}.
 *
 * @param evidence ({@link SelfMatcher#CHANNELS}, h, w)
 * @param partners (h * w)
 */
public record ImageMatches(float[] evidence, long[] partners) {}
