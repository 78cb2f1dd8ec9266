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
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import java.util.List;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.PairTable;
import sc.fiji.sparsevit.region.RegionManager;
import sc.fiji.sparsevit.region.RegionOverlay;
import sc.fiji.sparsevit.region.RegionTable;

/** Shows in ImageJ what was found; without a display, what can be had without one. */
final class ResultDisplay {

  private ResultDisplay() {}

  /**
   * @param found in pictures of {@code image}, one or more
   */
  static void show(ImagePlus image, List<Localization> found) {
    var regions = found.stream().flatMap(each -> each.regions().regions().stream()).toList();
    found.forEach(each -> overlay(image, each));
    RegionManager.add(found.stream().flatMap(each -> each.outlined().stream()).toList());
    table(image.getTitle() + " regions", RegionTable.of(regions));
    var pairs = found.stream().flatMap(each -> each.copies().stream()).toList();
    if (!pairs.isEmpty()) {
      table(image.getTitle() + " copies", PairTable.of(pairs));
      pairs.forEach(pair -> Log.line(image.getTitle() + ": " + pair.words()));
    }
    HeatmapWindow.show(image, found);
    Log.line(image.getTitle() + ": " + ResultSentence.of(found));
    IJ.showStatus(ResultSentence.regions(found));
  }

  static void overlay(ImagePlus image, Localization found) {
    RegionOverlay.show(image, found.outlined(), found.placement());
  }

  private static void table(String title, ResultsTable table) {
    if (Interpreter.isBatchMode()) {
      return;
    }
    // ImageJ shows a table without rows in an open window by leaving the old rows there.
    if (WindowManager.getWindow(title) instanceof TextWindow window) {
      window.getTextPanel().clear();
    }
    table.show(title);
  }
}
