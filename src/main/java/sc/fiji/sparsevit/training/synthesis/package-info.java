/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Forgeries made from photographs and drawn figures, with masks and processing histories. Start at
 * {@link sc.fiji.sparsevit.training.synthesis.ForgerySynthesizer}; what it does is decided by the
 * options, what it cuts out by the outlines, how it forges by the kinds of forgery, each in a
 * package of its own.
 */
package sc.fiji.sparsevit.training.synthesis;
