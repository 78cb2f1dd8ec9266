/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.FloatProcessor;
import java.awt.GraphicsEnvironment;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.Localization;

/** The heat map that is shown of an image. */
record HeatmapWindow(List<WeakReference<FloatProcessor>> maps, ImagePlus heatmap) {

  private static final String PROPERTY = "sparsevit.heatmap";

  /**
   * Shows a picture's map next to it, in place of the map of an earlier run; one that the user has
   * changed or renamed is left alone, and one that shows the same is kept.
   */
  static void show(ImagePlus picture, ImagePlus map, List<Localization> found) {
    if (!imagesCanBeShown()) {
      return;
    }
    var before = picture.getProperty(PROPERTY) instanceof HeatmapWindow shown ? shown : null;
    if (before != null && before.isUntouched(picture)) {
      if (before.isOf(found)) {
        return;
      }
      before.heatmap.close();
    }
    map.setTitle(WindowManager.makeUniqueName(map.getTitle()));
    map.show();
    WindowPlaces.beside(picture, map);
    picture.setProperty(PROPERTY, new HeatmapWindow(references(found), map));
  }

  /** The maps themselves may be forgotten, see {@link MapCache}. */
  private static List<WeakReference<FloatProcessor>> references(List<Localization> found) {
    return found.stream().map(each -> new WeakReference<>(each.map())).toList();
  }

  private boolean isOf(List<Localization> found) {
    return maps.size() == found.size()
        && IntStream.range(0, maps.size()).allMatch(i -> maps.get(i).refersTo(found.get(i).map()));
  }

  private boolean isUntouched(ImagePlus picture) {
    return WindowManager.getImage(heatmap.getID()) != null
        && !heatmap.changes
        && heatmap.getTitle().startsWith(MapImage.title(picture));
  }

  /** Without a display only a macro has images, in batch mode. */
  private static boolean imagesCanBeShown() {
    return !GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode() || IJ.isMacro();
  }
}
