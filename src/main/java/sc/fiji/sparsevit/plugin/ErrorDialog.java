/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.Macro;
import java.awt.GraphicsEnvironment;

/** ImageJ's dialog for errors, no wider than a screen; without a display, the error stream. */
final class ErrorDialog {
  private static final int COLUMNS = 100;

  private ErrorDialog() {}

  /** In a macro this ends it and says in which line. */
  static void show(String sentence) {
    IJ.error(CommandRunner.NAME, isForAPerson() ? wrapped(sentence) : sentence);
  }

  /** What calls us from a macro reads the sentence as it is. */
  private static boolean isForAPerson() {
    return !GraphicsEnvironment.isHeadless() && !IJ.macroRunning() && Macro.getOptions() == null;
  }

  /** ImageJ breaks lines only where it is told to. */
  static String wrapped(String sentence) {
    var lines = new StringBuilder();
    int length = 0;
    for (var word : sentence.split(" ")) {
      if (length > 0 && length + 1 + word.length() > COLUMNS) {
        lines.append('\n');
        length = 0;
      }
      if (length > 0) {
        lines.append(' ');
        length++;
      }
      lines.append(word);
      length += word.length();
    }
    return lines.toString();
  }
}
