/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/** A part of the padded image that the network sees at once, in pixels. */
public record Window(int x, int y, int width, int height) {}
