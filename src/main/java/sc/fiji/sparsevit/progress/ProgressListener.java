/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.progress;

/** Hears how far a piece of work has come and may end it. */
public interface ProgressListener {

  /** Nobody is watching. */
  ProgressListener NONE = (done, total) -> {};

  /** Some of {@code total} equal parts are done. */
  void progress(long done, long total);

  /** Asked before every part; true ends the work with a CancellationException. */
  default boolean isCanceled() {
    return false;
  }
}
