/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Whether a device computes what the CPU computes, how fast it does, and what it says when it
 * cannot: what anyone with a GPU runs to see that all is well.
 */
package sc.fiji.sparsevit.gpucheck;
