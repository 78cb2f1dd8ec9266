/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Trains and evaluates variants of the network under equal conditions, as in the paper's tables.
 */
package sc.fiji.sparsevit.ablation;
