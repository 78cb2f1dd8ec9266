/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * A faster form of the network, written by code from its configuration and weights as a TorchScript
 * archive: constants folded, one memory layout, fused attention. The definition in {@code network}
 * stays the source; a test holds this form to it. {@code ProductRate} is here because it multiplies
 * with the same operators.
 */
package sc.fiji.sparsevit.inference.script;
