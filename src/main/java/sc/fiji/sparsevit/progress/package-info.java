/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** How far a piece of work has come, how long it will still take, and whether it is to end. */
package sc.fiji.sparsevit.progress;
