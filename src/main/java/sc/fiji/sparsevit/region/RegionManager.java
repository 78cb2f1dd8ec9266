/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.util.List;

/** Hands regions to ImageJ's ROI Manager. */
public final class RegionManager {
  private RegionManager() {}

  /**
   * Adds a copy of each region's ROI to what the user has in the ROI Manager, which is opened if
   * need be. Without regions, or without a display (there is no ROI Manager then), nothing happens.
   */
  public static void add(List<Region> regions) {
    if (regions.isEmpty() || GraphicsEnvironment.isHeadless()) {
      return;
    }
    // The one that is open, or the hidden one that a macro in batch mode works with.
    var present = RoiManager.getInstance2();
    var manager = present != null ? present : RoiManager.getRoiManager();
    for (var region : regions) {
      // Not addRoi: that would write a line for each region into the macro recorder.
      var roi = (Roi) region.roi().clone();
      if (region.group() > 0) {
        roi.setGroup(region.group());
      }
      manager.add(roi, -1);
    }
  }
}
