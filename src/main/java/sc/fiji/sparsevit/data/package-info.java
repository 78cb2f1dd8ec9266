/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** The field's data sets on disk: which image has which mask, and which files could not be used. */
package sc.fiji.sparsevit.data;
