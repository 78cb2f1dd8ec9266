/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What is cut out of an image: drawn outlines, objects along a photograph's own edges, and how an
 * outline fits the edges. A new kind of outline belongs here.
 */
package sc.fiji.sparsevit.training.synthesis.cutout;
