/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** The SparseViT network (AAAI 2025) as DJL blocks: one definition, one immutable configuration. */
package sc.fiji.sparsevit.network;
