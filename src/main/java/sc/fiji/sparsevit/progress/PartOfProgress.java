/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.progress;

/**
 * Reports one or more of several equal parts of a task to the listener of the whole.
 *
 * @param before how many parts are done
 * @param now how many parts this is about
 * @param parts of the whole
 */
public record PartOfProgress(ProgressListener whole, int before, int now, int parts)
    implements ProgressListener {

  /** For one of the parts. */
  public PartOfProgress(ProgressListener whole, int before, int parts) {
    this(whole, before, 1, parts);
  }

  @Override
  public void progress(long done, long total) {
    whole.progress(before * total + now * done, parts * total);
  }

  @Override
  public boolean isCanceled() {
    return whole.isCanceled();
  }
}
