/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import sc.fiji.sparsevit.inference.ProgressListener;

/** Progress in ImageJ's status bar; the Escape key cancels. */
final class StatusBar implements ProgressListener, AutoCloseable {

  StatusBar() {
    IJ.resetEscape();
    IJ.showStatus("Looking for manipulated regions (Esc cancels)...");
    IJ.showProgress(0.0);
  }

  @Override
  public void progress(long done, long total) {
    IJ.showProgress((double) done / total);
  }

  @Override
  public boolean isCancelled() {
    return IJ.escapePressed();
  }

  @Override
  public void close() {
    IJ.showProgress(1.0);
  }
}
