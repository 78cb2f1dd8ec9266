/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.progress.TimeLeft;

/** Progress in ImageJ's status bar; the Escape key cancels. */
final class StatusBar implements ProgressListener, AutoCloseable {

  private static final String WORKING = "Looking for manipulated regions (Esc cancels)...";

  private final TimeLeft timeLeft = new TimeLeft();

  StatusBar() {
    IJ.resetEscape();
    IJ.showStatus(WORKING);
    IJ.showProgress(0.0);
  }

  @Override
  public void progress(long done, long total) {
    IJ.showProgress((double) done / total);
    IJ.showStatus(WORKING + " " + timeLeft.after(done, total));
  }

  @Override
  public boolean isCanceled() {
    return IJ.escapePressed();
  }

  @Override
  public void close() {
    IJ.showProgress(1.0);
  }
}
