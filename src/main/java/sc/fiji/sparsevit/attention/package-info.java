/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** What a point of an image attends to, block by block (paper figure 4). */
package sc.fiji.sparsevit.attention;
