/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/**
 * What the network saw, each value a probability of 0-1, row by row.
 *
 * @param joined the mean of all looks
 * @param first of the image as it is, in which the network tells a copy from its original best; the
 *     same array if there was no other look
 */
public record Seen(float[] joined, float[] first) {}
