/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** The photographs that forgeries are made from, and the outlines of objects in them. */
package sc.fiji.sparsevit.training.synthesis.library;
