/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import java.util.List;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.region.Heatmap;

/** What was found in a picture as an image of its own, not shown yet. */
final class MapImage {

  private MapImage() {}

  /**
   * An image named {@code <title> probability}, in the slices and frames and with the calibration
   * of the picture.
   *
   * @param found in the picture, one for each slice or frame that was analyzed
   */
  static ImagePlus of(ImagePlus picture, List<Localization> found) {
    // Copies, for the user may edit the heat map, and the maps are used again.
    var copies = found.stream().map(each -> (FloatProcessor) each.map().duplicate()).toList();
    var map = Heatmap.of(copies, title(picture));
    if (picture.getNSlices() * picture.getNFrames() == copies.size()) {
      map.setDimensions(1, picture.getNSlices(), picture.getNFrames());
    }
    map.setCalibration(calibration(picture, found.get(0)));
    ActiveImage.markOwn(map);
    return map;
  }

  static String title(ImagePlus picture) {
    return picture.getTitle() + " probability";
  }

  private static Calibration calibration(ImagePlus picture, Localization found) {
    var calibration = picture.getCalibration().copy();
    calibration.setFunction(Calibration.NONE, null, "probability");
    calibration.xOrigin -= found.placement().x();
    calibration.yOrigin -= found.placement().y();
    return calibration;
  }
}
