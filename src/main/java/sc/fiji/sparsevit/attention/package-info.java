/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Where a network looks from one point of an image, block by block (paper figure 4). */
package sc.fiji.sparsevit.attention;
