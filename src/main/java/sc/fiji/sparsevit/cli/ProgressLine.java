/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.progress.TimeLeft;

/** Shows how far a piece of work is in one line of the terminal, which vanishes when it is done. */
public final class ProgressLine implements ProgressListener, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter terminal;
  private final String input;
  private final TimeLeft timeLeft = new TimeLeft();
  private final boolean watched = System.console() != null;

  /**
   * @param input what is being worked on; its last name is shown
   */
  public ProgressLine(PrintWriter terminal, Path input) {
    this(terminal, String.valueOf(input.getFileName()));
  }

  /**
   * @param input what the line is about, fit to be printed
   */
  ProgressLine(PrintWriter terminal, String input) {
    this.terminal = terminal;
    this.input = input;
  }

  /** Takes away the line of a piece of work that goes on, so that another can be printed. */
  static void clear(PrintWriter terminal) {
    if (System.console() != null) {
      terminal.print(CLEAR);
      terminal.flush();
    }
  }

  @Override
  public void progress(long done, long total) {
    var left = timeLeft.after(done, total);
    show(CLEAR + input + ": " + 100 * done / total + " %, " + left);
  }

  /** Prints a line that stays. */
  public void say(String sentence) {
    show(CLEAR);
    terminal.println(sentence);
  }

  @Override
  public void close() {
    show(CLEAR);
  }

  /** Only shown in a terminal; it would clutter a log. */
  private void show(String line) {
    if (watched) {
      terminal.print(line);
      terminal.flush();
    }
  }
}
