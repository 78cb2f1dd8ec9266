/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.nio.file.Path;
import java.util.Arrays;
import sc.fiji.sparsevit.batch.OwnResults;

/** The image that is meant where none is named. */
final class ActiveImage {

  static final String NONE = "There are no images open";

  private static final String OWN = "sparsevit.own";

  private ActiveImage() {}

  /**
   * The one that the running macro or {@code IJ.run} has selected, else the one in front; null if
   * there is none.
   */
  static ImagePlus get() {
    var temporary = WindowManager.getTempCurrentImage();
    if (temporary != null && isLeftover(temporary)) {
      WindowManager.setTempCurrentImage(null);
    }
    return WindowManager.getCurrentImage();
  }

  /**
   * @throws IllegalArgumentException if there is none, or it is a window of ours
   */
  static ImagePlus require() {
    var image = get();
    if (image == null) {
      throw new IllegalArgumentException(NONE);
    }
    return requireForeign(image);
  }

  /** Marks an image that we show as ours: there is nothing to look for in it. */
  static void markOwn(ImagePlus image) {
    image.setProperty(OWN, true);
  }

  /**
   * @throws IllegalArgumentException if the image is one that we have made or written
   */
  static ImagePlus requireForeign(ImagePlus image) {
    if (image.getProperty(OWN) != null || isResultFile(image)) {
      throw new IllegalArgumentException(
          "\"" + image.getTitle() + "\" was made by SparseViT; select the image it was made from");
    }
    return image;
  }

  private static boolean isResultFile(ImagePlus image) {
    var info = image.getOriginalFileInfo();
    return info != null
        && info.directory != null
        && info.fileName != null
        && new OwnResults().contain(Path.of(info.directory, info.fileName));
  }

  /**
   * The one in front, whatever the current thread did before it was ours: null if there is none.
   */
  static ImagePlus onReusedThread() {
    forget();
    return WindowManager.getCurrentImage();
  }

  /**
   * ImageJ keeps an image for each thread that has shown one in batch mode; SciJava reuses them.
   */
  static void forget() {
    WindowManager.setTempCurrentImage(null);
  }

  /** Closed, or of something that this thread did before. */
  private static boolean isLeftover(ImagePlus image) {
    boolean hasPixels = image.getProcessor() != null;
    return !hasPixels || !isOpen(image) && !IJ.isMacro() && isReused(Thread.currentThread());
  }

  /** A plugin that is started from Fiji's search bar runs on one of SciJava's threads. */
  private static boolean isReused(Thread thread) {
    return thread.getName().contains("SciJava-");
  }

  private static boolean isOpen(ImagePlus image) {
    int[] open = WindowManager.getIDList();
    return open != null && Arrays.stream(open).anyMatch(id -> id == image.getID());
  }
}
