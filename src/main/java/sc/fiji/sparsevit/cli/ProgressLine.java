/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import sc.fiji.sparsevit.inference.ProgressListener;

/** Shows how far an image is in one line of the terminal, which vanishes when it is done. */
final class ProgressLine implements ProgressListener, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter terminal;
  private final Path image;
  private final boolean watched = System.console() != null;

  ProgressLine(PrintWriter terminal, Path image) {
    this.terminal = terminal;
    this.image = image;
  }

  @Override
  public void progress(long done, long total) {
    show(CLEAR + image.getFileName() + ": " + 100 * done / total + " %");
  }

  @Override
  public void close() {
    show(CLEAR);
  }

  /** Nobody watches where there is no terminal, and a log is no place for it. */
  private void show(String line) {
    if (watched) {
      terminal.print(line);
      terminal.flush();
    }
  }
}
