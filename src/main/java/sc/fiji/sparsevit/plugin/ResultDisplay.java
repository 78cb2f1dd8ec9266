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
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.sparsevit.FoundMisfit;
import sc.fiji.sparsevit.FoundPair;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.PairTable;
import sc.fiji.sparsevit.region.RegionManager;
import sc.fiji.sparsevit.region.RegionOverlay;
import sc.fiji.sparsevit.region.RegionTable;

/**
 * Shows in ImageJ what was found; without a display, what can be had without one. The picture stays
 * in front and nothing covers it: new windows open next to it.
 */
final class ResultDisplay {

  /** Of all pictures, so that several in a row have one window. */
  static final String TABLE = "SparseViT regions";

  /** Room for the first columns of some regions: the table must not be in the way. */
  private static final Dimension TABLE_SIZE = new Dimension(500, 180);

  private static final String PAIRS = "Parts that show the same in ";

  private ResultDisplay() {}

  /**
   * @param map of the picture
   * @param found in the picture, one or more
   */
  static void show(ImagePlus picture, ImagePlus map, List<Localization> found) {
    var front = WindowManager.getTempCurrentImage();
    HeatmapWindow.show(picture, map, found);
    if (!GraphicsEnvironment.isHeadless()) {
      roiManager(picture, found);
      table(picture, found);
      pairs(picture, found);
    }
    found.stream()
        .flatMap(ResultDisplay::sentences)
        .forEach(sentence -> Log.line(picture.getTitle() + ": " + sentence));
    toFront(picture, front);
  }

  /** Marks the regions on the picture itself. */
  static void overlays(ImagePlus picture, List<Localization> found) {
    found.forEach(each -> overlay(picture, each));
  }

  static void overlay(ImagePlus picture, Localization found) {
    RegionOverlay.show(picture, found.outlined(), found.placement());
  }

  private static void roiManager(ImagePlus picture, List<Localization> found) {
    boolean open = RoiManager.getInstance2() != null;
    found.forEach(each -> RegionManager.replace(picture, each.outlined(), each.placement()));
    if (!open) {
      WindowPlaces.beside(picture, RoiManager.getInstance());
    }
  }

  private static void table(ImagePlus picture, List<Localization> found) {
    var regions = found.stream().flatMap(each -> each.regions().regions().stream()).toList();
    if (Interpreter.isBatchMode()) {
      return;
    }
    var open = WindowManager.getWindow(TABLE) instanceof TextWindow window ? window : null;
    if (open == null && regions.isEmpty()) {
      return;
    }
    var table = RegionTable.of(picture.getTitle(), regions);
    if (open != null) {
      var others = open.getResultsTable();
      found.forEach(each -> RegionTable.without(picture.getTitle(), each.placement(), others));
      // ImageJ shows a table without rows in an open window by leaving the old rows there.
      open.getTextPanel().clear();
      table = RegionTable.joined(others, table);
    }
    table.show(TABLE);
    if (open == null) {
      var window = WindowManager.getWindow(TABLE);
      window.setSize(TABLE_SIZE);
      WindowPlaces.beside(picture, window);
    }
  }

  /** What other evidence than the network says; also without a display. */
  private static Stream<String> sentences(Localization found) {
    return Stream.of(
            found.contrastWords(),
            found.copies().stream().map(FoundPair::words),
            found.misfits().stream().map(FoundMisfit::words))
        .flatMap(sentences -> sentences);
  }

  /** In a table of the picture's own. */
  private static void pairs(ImagePlus picture, List<Localization> found) {
    var pairs = found.stream().flatMap(each -> each.copies().stream()).toList();
    var title = PAIRS + picture.getTitle();
    boolean open = WindowManager.getWindow(title) != null;
    if (Interpreter.isBatchMode() || pairs.isEmpty() && !open) {
      return;
    }
    if (WindowManager.getWindow(title) instanceof TextWindow window) {
      window.getTextPanel().clear();
    }
    PairTable.of(pairs).show(title);
    if (!open) {
      WindowPlaces.beside(picture, WindowManager.getWindow(title));
    }
  }

  /**
   * The next command goes to the picture, too.
   *
   * @param front the image that the caller had selected for this thread; null for none
   */
  private static void toFront(ImagePlus picture, ImagePlus front) {
    WindowManager.setTempCurrentImage(front);
    if (WindowManager.getImage(picture.getID()) != null) {
      IJ.selectWindow(picture.getID());
    }
  }
}
