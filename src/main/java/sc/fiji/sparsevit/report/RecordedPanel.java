/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

/**
 * A panel of a figure, which was looked at by itself.
 *
 * @param name unique within the figure
 * @param x left edge in the input, in pixels
 * @param y upper edge
 * @param width in pixels
 * @param height in pixels
 */
public record RecordedPanel(String name, int x, int y, int width, int height) {}
