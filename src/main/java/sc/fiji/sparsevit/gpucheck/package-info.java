/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Whether a device computes the same as the CPU, how fast it is, and what it says when it cannot.
 */
package sc.fiji.sparsevit.gpucheck;
