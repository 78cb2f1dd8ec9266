/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Ways to fill a hole in a picture from what surrounds it. */
package sc.fiji.sparsevit.training.inpainting;
