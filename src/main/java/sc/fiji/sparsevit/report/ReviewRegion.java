/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import sc.fiji.sparsevit.region.Region;

/**
 * The figures of one region for review, as in the table of regions.
 *
 * @param panel of the figure that it lies in; null if it has none
 * @param slice from 1
 * @param frame from 1
 * @param area in pixels
 * @param mean mean probability over its pixels
 * @param maximum its highest probability
 * @param x left edge of its bounding box in the input, in pixels
 * @param y upper edge of its bounding box
 * @param width of its bounding box
 * @param height of its bounding box
 */
public record ReviewRegion(
    String name,
    String panel,
    int slice,
    int frame,
    long area,
    double mean,
    double maximum,
    int x,
    int y,
    int width,
    int height) {

  /** The figures of a region that lies in one picture of the input. */
  public static ReviewRegion of(Region region, int slice, int frame) {
    var box = region.bounds();
    return new ReviewRegion(
        region.name(),
        region.panel().isEmpty() ? null : region.panel(),
        slice,
        frame,
        region.area(),
        region.mean(),
        region.maximum(),
        box.x,
        box.y,
        box.width,
        box.height);
  }
}
