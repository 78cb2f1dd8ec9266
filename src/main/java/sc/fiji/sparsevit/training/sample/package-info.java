/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** One sample to learn from: a picture, its mask, and what was done to every pixel before. */
package sc.fiji.sparsevit.training.sample;
