/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Files: atomic writes, hashes, names, and failures and lists in words. */
package sc.fiji.sparsevit.io;
