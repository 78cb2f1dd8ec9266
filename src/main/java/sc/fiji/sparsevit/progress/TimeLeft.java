/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.progress;

import java.time.Duration;

/** Estimates the remaining time of a task that begins now, from its progress so far. */
public final class TimeLeft {
  private final long start = System.nanoTime();

  /**
   * In words, such as "12 min left".
   *
   * @param done how many of {@code total} equal parts are done by now
   */
  public String after(long done, long total) {
    return words(Duration.ofNanos(System.nanoTime() - start), done, total);
  }

  static String words(Duration elapsed, long done, long total) {
    if (done == 0) {
      return "time left unknown";
    }
    long seconds = Math.round(elapsed.toMillis() / 1000.0 / done * (total - done));
    var left = Duration.ofSeconds(seconds);
    if (left.toMinutes() == 0) {
      return seconds + " s left";
    }
    return left.toHours() == 0
        ? left.toMinutes() + " min left"
        : left.toHours() + " h " + left.toMinutesPart() + " min left";
  }
}
