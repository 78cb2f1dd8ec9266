/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.gui.Roi;
import java.awt.Rectangle;

/**
 * A region for review: connected pixels whose probability lies above the threshold.
 *
 * @param name unique among the regions of one picture
 * @param roi follows the region's pixel edges exactly, holes included; carries the name and, in a
 *     stack, the position
 * @param area in pixels
 * @param mean mean probability over the region's pixels
 * @param maximum highest probability of the region
 * @param bounds the smallest rectangle that holds the region, in pixels
 */
public record Region(
    String name, Roi roi, long area, double mean, double maximum, Rectangle bounds) {
  public Region {
    bounds = new Rectangle(bounds);
  }

  @Override
  public Rectangle bounds() {
    return new Rectangle(bounds);
  }

  /** The same region as it lies in the picture that the map belongs to. */
  Region placed(MapPosition placement) {
    var placed = (Roi) roi.clone();
    var box = bounds();
    box.translate(placement.x(), placement.y());
    placed.setLocation(box.x, box.y);
    placement.setPositionOf(placed);
    placed.setName(RegionNames.inStack(name, placement));
    return new Region(placed.getName(), placed, area, mean, maximum, box);
  }
}
