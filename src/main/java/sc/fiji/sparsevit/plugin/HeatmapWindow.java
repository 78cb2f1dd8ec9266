/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.macro.Interpreter;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import java.awt.GraphicsEnvironment;
import java.util.List;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.region.Heatmap;

/** The heat map that was shown of an image. */
record HeatmapWindow(List<FloatProcessor> maps, ImagePlus heatmap) {

  private static final String PROPERTY = "sparsevit.heatmap";

  /**
   * Shows the maps as an image of their own, {@code <title> probability}, unless one that shows
   * them is still open. The picture stays the active image, so that the next command goes there
   * too.
   */
  static void show(ImagePlus picture, List<Localization> found) {
    var maps = found.stream().map(Localization::map).toList();
    if (!imagesCanBeShown()
        || picture.getProperty(PROPERTY) instanceof HeatmapWindow shown && shown.shows(maps)) {
      return;
    }
    // Copies, for the user may edit the heat map, and the maps are used again.
    var copies = maps.stream().map(map -> (FloatProcessor) map.duplicate()).toList();
    var title = WindowManager.makeUniqueName(picture.getTitle() + " probability");
    var heatmap = Heatmap.of(copies, title);
    if (picture.getNSlices() * picture.getNFrames() == maps.size()) {
      heatmap.setDimensions(1, picture.getNSlices(), picture.getNFrames());
    }
    heatmap.setCalibration(calibration(picture, found.get(0)));
    heatmap.show();
    placeBeside(picture, heatmap);
    picture.setProperty(PROPERTY, new HeatmapWindow(maps, heatmap));
    if (WindowManager.getImage(picture.getID()) != null) {
      IJ.selectWindow(picture.getID());
    }
  }

  /** To the right if it fits there; else it stays where ImageJ put it. */
  private static void placeBeside(ImagePlus picture, ImagePlus heatmap) {
    if (picture.getWindow() != null && heatmap.getWindow() != null) {
      var left = picture.getWindow().getBounds();
      var right = heatmap.getWindow().getBounds();
      right.setLocation(left.x + left.width, left.y);
      if (GUI.getMaxWindowBounds(picture.getWindow()).contains(right)) {
        heatmap.getWindow().setLocation(right.getLocation());
      }
    }
  }

  private boolean shows(List<FloatProcessor> others) {
    return maps.equals(others) && WindowManager.getImage(heatmap.getID()) != null;
  }

  /** Without a display only a macro has images, in batch mode. */
  private static boolean imagesCanBeShown() {
    return !GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode() || IJ.isMacro();
  }

  private static Calibration calibration(ImagePlus picture, Localization found) {
    var calibration = picture.getCalibration().copy();
    calibration.setFunction(Calibration.NONE, null, "probability");
    calibration.xOrigin -= found.placement().x();
    calibration.yOrigin -= found.placement().y();
    return calibration;
  }
}
