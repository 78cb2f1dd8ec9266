/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Figures: assembling the pieces of an image, and finding the panels of a figure. */
package sc.fiji.sparsevit.figure;
