/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * How fast a model is on this machine, each figure beside the rate at which the same machine
 * multiplies matrices, so that figures of different machines can be compared.
 */
package sc.fiji.sparsevit.benchmark;
