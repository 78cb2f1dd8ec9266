/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.progress;

/** Someone who cancels once so many parts of the work are done; for 0, before it has begun. */
public final class CancelAfter implements ProgressListener {

  private final long parts;
  private long done;

  public CancelAfter(long parts) {
    this.parts = parts;
  }

  @Override
  public void progress(long now, long total) {
    done = now;
  }

  @Override
  public boolean isCanceled() {
    return done >= parts;
  }
}
