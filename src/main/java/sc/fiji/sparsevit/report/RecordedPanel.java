/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

/**
 * A panel of a figure.
 *
 * @param name unique within the figure
 * @param x left edge in the input, in pixels
 * @param y upper edge
 * @param width in pixels
 * @param height in pixels
 * @param alone whether it was analyzed by itself; if it was too small for that, its part of the map
 *     comes from the whole figure
 */
public record RecordedPanel(String name, int x, int y, int width, int height, boolean alone) {}
