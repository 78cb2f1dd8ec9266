/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Files: whole or not there, what their bytes are known by, and what is wrong with them. */
package sc.fiji.sparsevit.io;
