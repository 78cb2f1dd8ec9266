/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import net.imagej.patcher.LegacyInjector;

/** Runs a macro file in an ImageJ without a display, patched for it as Fiji's is. */
final class HeadlessMacro {

  static {
    System.setProperty("java.awt.headless", "true");
    LegacyInjector.preinit();
  }

  private HeadlessMacro() {}

  /** The macro's file and its argument are the arguments. */
  public static void main(String[] arguments) {
    IJ.runMacroFile(arguments[0], arguments[1]);
    System.exit(0);
  }
}
