/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.progress;

/**
 * Reports one of several equal parts of a task to the listener of the whole.
 *
 * @param before how many parts are done
 * @param parts of the whole
 */
public record PartOfProgress(ProgressListener whole, int before, int parts)
    implements ProgressListener {

  @Override
  public void progress(long done, long total) {
    whole.progress(before * total + done, parts * total);
  }

  @Override
  public boolean isCanceled() {
    return whole.isCanceled();
  }
}
