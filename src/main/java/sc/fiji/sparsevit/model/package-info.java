/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What a model is, whatever its architecture, and how it is opened. A network of another
 * architecture takes a {@link sc.fiji.sparsevit.model.ModelLoader}, the {@link
 * sc.fiji.sparsevit.inference.WindowModel} that runs it, and its line in {@link
 * sc.fiji.sparsevit.model.Models}.
 */
package sc.fiji.sparsevit.model;
