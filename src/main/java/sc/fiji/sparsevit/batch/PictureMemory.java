/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.util.concurrent.Semaphore;

/**
 * Lets as many pictures be in memory at once as there is room for, and never more than keep every
 * stage of the work busy.
 */
final class PictureMemory {
  /** As decoded, its map and the map's making, its mask, its overlay. */
  static final int BYTES_PER_PIXEL = 32;

  private static final int UNIT = 1 << 10;

  /** One being read, one waiting, one being localized, one being written. */
  private static final int MOST_PICTURES = 4;

  private final int units;
  private final Semaphore free;

  /**
   * @param bytes that pictures may take altogether
   */
  PictureMemory(long bytes) {
    units = (int) Math.max(MOST_PICTURES, Math.min(Integer.MAX_VALUE, bytes / UNIT));
    free = new Semaphore(units, true);
  }

  /**
   * Waits until there is room; a picture that needs more than there ever is waits to be alone.
   *
   * @return to be given to {@link #release} when the picture is done
   */
  int acquire(long pixels) {
    long wanted = pixels * BYTES_PER_PIXEL / UNIT;
    int taken = (int) Math.max(units / MOST_PICTURES, Math.min(units, wanted));
    free.acquireUninterruptibly(taken);
    return taken;
  }

  void release(int taken) {
    free.release(taken);
  }
}
