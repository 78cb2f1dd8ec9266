/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
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
 * @param grounds what speaks for it
 */
public record Region(
    String name,
    Roi roi,
    long area,
    double mean,
    double maximum,
    Rectangle bounds,
    Grounds grounds) {
  /**
   * Property of ROIs; ImageJ's own group would look for its colors, and log where there are none.
   */
  private static final String GROUP = "sparsevit.group";

  /** Property of ROIs, which ImageJ saves with them. */
  private static final String PANEL = "sparsevit.panel";

  /** Property of ROIs: what speaks for the region, in words. */
  private static final String EVIDENCE = "sparsevit.evidence";

  public Region {
    bounds = new Rectangle(bounds);
  }

  @Override
  public Rectangle bounds() {
    return new Rectangle(bounds);
  }

  /**
   * Pixels that are given, however probable.
   *
   * @param mask not 0 where the region is; at least one pixel is
   * @param x the map's column that the mask's first column lies on
   * @param y the map's row that the mask's first row lies on
   * @param map probabilities, 0 to 1
   * @param group of ROIs that it belongs to in ImageJ, 0 for none
   */
  public static Region of(
      String name, ByteProcessor mask, int x, int y, FloatProcessor map, int group) {
    mask.setThreshold(1, 255, ImageProcessor.NO_LUT_UPDATE);
    var roi = new ThresholdToSelection().convert(mask);
    roi.setLocation(roi.getBounds().x + x, roi.getBounds().y + y);
    roi.setName(name);
    roi.setProperty(GROUP, Integer.toString(group));
    long area = 0;
    double sum = 0;
    double maximum = 0;
    for (int row = 0; row < mask.getHeight(); row++) {
      for (int column = 0; column < mask.getWidth(); column++) {
        if (mask.get(column, row) != 0) {
          float probability = map.getf(x + column, y + row);
          area++;
          sum += probability;
          maximum = Math.max(maximum, probability);
        }
      }
    }
    return new Region(name, roi, area, sum / area, maximum, roi.getBounds(), Grounds.GIVEN);
  }

  /** Whether its pixels were given, as evidence of its own, and not found in the map. */
  boolean isGiven() {
    return grounds == Grounds.GIVEN;
  }

  /** The group of ROIs that it belongs to in ImageJ, 1 to 255; 0 for none. */
  public int group() {
    var group = roi.getProperty(GROUP);
    return group == null ? 0 : Integer.parseInt(group);
  }

  /** The name of the panel that it lies in; empty if the figure has none. */
  public String panel() {
    var panel = roi.getProperty(PANEL);
    return panel == null ? "" : panel;
  }

  /** The same region with what speaks for it, which its ROI then says, too. */
  public Region on(Grounds found) {
    var told = (Roi) roi.clone();
    told.setProperty(EVIDENCE, found.words());
    return new Region(name, told, area, mean, maximum, bounds, found);
  }

  /** The same region, found in a part of the map, in the map's coordinates. */
  Region inPart(String panel, Rectangle part) {
    var whole = (Roi) roi.clone();
    var box = bounds();
    box.translate(part.x, part.y);
    whole.setLocation(box.x, box.y);
    whole.setProperty(PANEL, panel);
    return new Region(name, whole, area, mean, maximum, box, grounds);
  }

  /** The same region in the coordinates of the map's picture. */
  public Region placed(MapPosition placement) {
    var placed = (Roi) roi.clone();
    var box = bounds();
    box.translate(placement.x(), placement.y());
    placed.setLocation(box.x, box.y);
    placement.setPositionOf(placed);
    placed.setName(RegionNames.inStack(name, placement));
    return new Region(placed.getName(), placed, area, mean, maximum, box, grounds);
  }
}
