/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The kinds of forgery, and what makes them hard to see. A new kind implements {@link
 * sc.fiji.sparsevit.training.synthesis.forgery.Forgery} here and is named in {@link
 * sc.fiji.sparsevit.training.sample.ForgeryKind}.
 */
package sc.fiji.sparsevit.training.synthesis.forgery;
