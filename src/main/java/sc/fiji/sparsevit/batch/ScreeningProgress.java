/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Counts inputs by their sizes, so that a large PDF is more than a small image. What an earlier run
 * has done takes no time, and so does not count: the time left would be far too short.
 */
final class ScreeningProgress {
  private final ProgressListener listener;
  private double total;
  private double done;

  ScreeningProgress(ProgressListener listener, List<Path> inputs) {
    this.listener = listener;
    this.total = inputs.stream().mapToLong(ScreeningProgress::size).sum();
  }

  /**
   * Some share of an input is done.
   *
   * @param kept whether it was done before
   */
  synchronized void add(Path input, double share, boolean kept) {
    if (kept) {
      total -= share * size(input);
    } else {
      done += share * size(input);
    }
    long whole = Math.round(total);
    if (whole == 0) {
      listener.progress(1, 1);
    } else {
      listener.progress(Math.min(whole, Math.round(done)), whole);
    }
  }

  private static long size(Path file) {
    try {
      return Math.max(1, Files.size(file));
    } catch (IOException e) {
      return 1; // what is wrong with it is said when it is read
    }
  }
}
