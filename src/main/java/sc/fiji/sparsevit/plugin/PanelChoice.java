/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.figure.Panel;

/**
 * How a figure comes to its panels.
 *
 * @param search whether they are looked for
 * @param given those that a person sees; empty if nobody was asked
 */
record PanelChoice(PanelSearch search, List<Panel> given) {
  static final PanelChoice OFF = new PanelChoice(PanelSearch.OFF, List.of());

  /** So begin the names of what was found before. */
  private static final List<String> OURS =
      List.of("review-", "copy-", "compression-", "seam-", "grain-");

  /**
   * @throws IllegalArgumentException if it is another value, or the ROI Manager's rectangles can be
   *     no panels of this image
   */
  static PanelChoice of(String value, ImagePlus image) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "auto" -> new PanelChoice(PanelSearch.AUTO, List.of());
      case "off" -> OFF;
      case "manager" -> new PanelChoice(PanelSearch.OFF, Panel.inReadingOrder(rectangles(image)));
      default ->
          throw new IllegalArgumentException(
              "panels is \"off\", \"auto\", or \"manager\", not \"" + value + "\"");
    };
  }

  private static List<Rectangle> rectangles(ImagePlus image) {
    var whole = new Rectangle(image.getWidth(), image.getHeight());
    var areas = new ArrayList<Rectangle>();
    var manager = RoiManager.getInstance2();
    for (var roi : manager == null ? new Roi[0] : manager.getRoisAsArray()) {
      var area = roi.getBounds().intersection(whole);
      if (roi.getType() == Roi.RECTANGLE && !isOurs(roi) && !area.isEmpty()) {
        requireApart(area, areas);
        areas.add(area);
      }
    }
    if (areas.isEmpty()) {
      throw new IllegalArgumentException(
          "the ROI Manager holds no rectangle within "
              + image.getTitle()
              + "; draw one around each panel and add it with the key t");
    }
    return areas;
  }

  private static boolean isOurs(Roi roi) {
    return roi.getName() != null && OURS.stream().anyMatch(roi.getName()::startsWith);
  }

  private static void requireApart(Rectangle area, List<Rectangle> areas) {
    if (areas.stream().anyMatch(area::intersects)) {
      throw new IllegalArgumentException(
          "the rectangle at ("
              + area.x
              + ", "
              + area.y
              + ") overlaps another in the ROI Manager; panels lie side by side");
    }
  }
}
