/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Which windows of an image to analyze, on which device, and how their maps are blended. */
package sc.fiji.sparsevit.inference;
