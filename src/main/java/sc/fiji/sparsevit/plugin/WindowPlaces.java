/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.plugin.frame.RoiManager;
import java.awt.Window;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts windows next to the picture they belong to, which must stay visible. */
final class WindowPlaces {

  /** To a quarter of its size. */
  private static final int MOST_ZOOMS = 4;

  private WindowPlaces() {}

  /** A map is made smaller until it has room there. */
  static void beside(ImagePlus picture, ImagePlus map) {
    var window = map.getWindow();
    beside(picture, window);
    for (int i = 0; i < MOST_ZOOMS && cover(picture, window); i++) {
      map.getCanvas().zoomOut(0, 0);
      beside(picture, window);
    }
  }

  private static boolean cover(ImagePlus picture, Window window) {
    return window != null
        && picture.getWindow() != null
        && window.getBounds().intersects(picture.getWindow().getBounds());
  }

  /** Nothing happens if one of them has no window, as in batch mode. */
  static void beside(ImagePlus picture, Window window) {
    if (window == null || picture.getWindow() == null) {
      return;
    }
    var kept = picture.getWindow();
    var others =
        shown().filter(other -> other != kept && other != window).map(Window::getBounds).toList();
    var place = new FreePlace(GUI.getMaxWindowBounds(kept), kept.getBounds(), others);
    window.setLocation(place.of(window.getSize()));
  }

  /** ImageJ's own windows with something in them. */
  private static Stream<Window> shown() {
    int[] images = WindowManager.getIDList();
    var pictures =
        Arrays.stream(images == null ? new int[0] : images)
            // An image may be closed meanwhile.
            .mapToObj(WindowManager::getImage)
            .filter(Objects::nonNull)
            .map(image -> (Window) image.getWindow());
    var tables = Arrays.stream(WindowManager.getNonImageWindows()).map(Window.class::cast);
    return Stream.of(pictures, tables, Stream.<Window>of(RoiManager.getInstance()))
        .flatMap(each -> each)
        .filter(Objects::nonNull)
        .filter(Window::isShowing)
        .distinct();
  }
}
