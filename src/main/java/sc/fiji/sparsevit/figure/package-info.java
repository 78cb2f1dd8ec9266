/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Figures as people see them: the panels that they are made of. */
package sc.fiji.sparsevit.figure;
