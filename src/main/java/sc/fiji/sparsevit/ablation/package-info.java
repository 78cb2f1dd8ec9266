/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Trains and measures variants of the network on equal terms, as the paper's tables do. */
package sc.fiji.sparsevit.ablation;
