/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * A faster form of the network, generated from its configuration and weights as a TorchScript
 * archive: folded constants, one memory layout, fused attention. The definition in {@code network}
 * remains the source; a test compares the two. {@code ProductRate} is here because it multiplies
 * with the same operators.
 */
package sc.fiji.sparsevit.inference.script;
