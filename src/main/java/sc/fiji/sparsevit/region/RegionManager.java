/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.stream.IntStream;

/** Hands regions to ImageJ's ROI Manager. */
public final class RegionManager {
  private static final String IMAGE = "sparsevit.image";
  private static final String TITLE = "sparsevit.title";
  private static final String NAME = "sparsevit.name";
  private static final String PLACE = "sparsevit.place";

  private RegionManager() {}

  /**
   * Puts a copy of each region's ROI into the ROI Manager, which is opened if need be, in the place
   * of those that were put there for the same slice and frame of the picture before. What the user
   * has there stays; so does a region that the user has renamed, for it is the user's now. Without
   * a display nothing happens, for there is no ROI Manager then.
   */
  public static void replace(ImagePlus picture, List<Region> regions, MapPosition placement) {
    if (GraphicsEnvironment.isHeadless()) {
      return;
    }
    // The one that is open, or the hidden one that a macro in batch mode works with.
    var present = RoiManager.getInstance2();
    if (present == null && regions.isEmpty()) {
      return;
    }
    var manager = present != null ? present : RoiManager.getRoiManager();
    var place = placement.slice() + "/" + placement.frame();
    remove(picture, place, manager);
    for (var region : regions) {
      var roi = (Roi) region.roi().clone();
      roi.setProperty(IMAGE, Integer.toString(picture.getID()));
      roi.setProperty(TITLE, picture.getTitle());
      roi.setProperty(PLACE, place);
      if (region.group() > 0) {
        roi.setGroup(region.group());
      }
      // Not addRoi: that would write a line for each region into the macro recorder.
      manager.add(roi, -1);
      // As the manager names it, in which two may not be alike.
      var added = manager.getRoi(manager.getCount() - 1);
      added.setProperty(NAME, added.getName());
    }
  }

  private static void remove(ImagePlus picture, String place, RoiManager manager) {
    var rois = manager.getRoisAsArray();
    // From the last one, so that the places of the others stay what they are.
    IntStream.iterate(rois.length - 1, i -> i >= 0, i -> i - 1)
        .filter(i -> isOurs(rois[i], picture) && place.equals(rois[i].getProperty(PLACE)))
        .forEach(manager::delete);
  }

  private static boolean isOurs(Roi roi, ImagePlus picture) {
    return String.valueOf(roi.getName()).equals(roi.getProperty(NAME))
        && picture.getTitle().equals(roi.getProperty(TITLE))
        && isOf(roi.getProperty(IMAGE), picture);
  }

  /** The very image, or one of its title that has been closed since: opened again, perhaps. */
  private static boolean isOf(String id, ImagePlus picture) {
    int[] open = WindowManager.getIDList();
    return id.equals(Integer.toString(picture.getID()))
        || IntStream.of(open == null ? new int[0] : open)
            .noneMatch(other -> id.equals(Integer.toString(other)));
  }
}
