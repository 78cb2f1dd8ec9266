/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Parts of a picture that do not fit the rest of it, whichever check found them, and the blocks of
 * 8x8 pixels that checks work on.
 */
package sc.fiji.sparsevit.misfit;
