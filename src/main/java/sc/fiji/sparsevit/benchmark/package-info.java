/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Speed and memory of a model relative to this machine's matrix product rate, so that different
 * machines can be compared.
 */
package sc.fiji.sparsevit.benchmark;
