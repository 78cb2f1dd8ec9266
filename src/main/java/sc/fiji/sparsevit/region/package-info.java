/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** From the probability map to a mask, connected regions, ImageJ ROIs, overlay, and figures. */
package sc.fiji.sparsevit.region;
