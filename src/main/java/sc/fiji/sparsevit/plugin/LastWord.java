/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.scijava.module.ModuleRunner;

/**
 * Keeps what a command found in the status line: when it was started from Fiji's search bar, Fiji
 * writes "Command finished" over it.
 */
final class LastWord {

  /** Fiji's sentence takes the way over the event queue, after the command has returned. */
  private static final int MILLISECONDS = 500;

  private LastWord() {}

  /** Shows a text in the status line, and again after Fiji's if there will be one. */
  static void say(String text) {
    IJ.showStatus(text);
    if (isFijiToFollow() && !GraphicsEnvironment.isHeadless()) {
      var again = new Timer(MILLISECONDS, event -> IJ.showStatus(text));
      again.setRepeats(false);
      SwingUtilities.invokeLater(again::start);
    }
  }

  /** Whether this thread is in a run of Fiji's, which ends with a sentence of its own. */
  static boolean isFijiToFollow() {
    var runner = ModuleRunner.class.getName();
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(runner)));
  }
}
