/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** A training sample: an image, its mask, and the processing history of every pixel. */
package sc.fiji.sparsevit.training.sample;
