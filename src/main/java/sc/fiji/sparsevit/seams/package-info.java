/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** The straight seams that a pasted rectangle leaves in a gray picture. Needs no weights. */
package sc.fiji.sparsevit.seams;
