/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Methods that fill a hole in an image from its surroundings. */
package sc.fiji.sparsevit.training.inpainting;
