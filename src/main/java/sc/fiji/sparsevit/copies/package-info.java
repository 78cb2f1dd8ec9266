/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Duplicated areas: keypoints, the transformations they agree on, and a pixel-wise check that tells
 * copies from look-alikes. Needs no weights. {@link sc.fiji.sparsevit.copies.CopyFinder} is the way
 * in.
 */
package sc.fiji.sparsevit.copies;
