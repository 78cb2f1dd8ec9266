/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.progress.TimeLeft;

/** Progress in ImageJ's status bar; the Escape key cancels, and so does the command's owner. */
final class StatusBar implements ProgressListener, AutoCloseable {

  private final ForensicCommand command;
  private final Thread runner = Thread.currentThread();
  private final TimeLeft timeLeft = new TimeLeft();
  private final String working;

  StatusBar(ForensicCommand command) {
    this.command = command;
    working = CommandRunner.NAME + ": " + command.activity() + " (Esc cancels)...";
    IJ.resetEscape();
    IJ.showStatus(working);
    IJ.showProgress(0.0);
  }

  @Override
  public void progress(long done, long total) {
    IJ.showProgress((double) done / total);
    IJ.showStatus(working + " " + timeLeft.after(done, total));
  }

  @Override
  public boolean isCanceled() {
    return IJ.escapePressed() || command.isCanceled() || runner.isInterrupted();
  }

  @Override
  public void close() {
    IJ.showProgress(1.0);
  }
}
