/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Reuse across pictures: an index of what pictures are found again by, and which of them show the
 * same content.
 */
package sc.fiji.sparsevit.reuse;
