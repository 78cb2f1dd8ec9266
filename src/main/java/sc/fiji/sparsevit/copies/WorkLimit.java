/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * How many pixels one search may still lay onto others: a texture that repeats everywhere fits in
 * so many ways that looking at all of them would take minutes.
 */
final class WorkLimit {

  /** For each pixel of the picture. */
  private static final double SHARE = 2;

  private static final long LEAST = 400_000;

  /** What one place may take at first, as a part of all: those after it get their turn, too. */
  private static final int PARTS = 16;

  /** Enough for what is under a hundred pixels wide, in small pictures. */
  private static final long LEAST_PART = 80_000;

  /** Of all, kept for those that take more. */
  private static final double RESERVE = 0.3;

  /** No place takes less. */
  private static final long TOO_LITTLE = 9_000;

  private final SearchWork work;
  private final long most;
  private long left;
  private boolean hasRefused;

  /**
   * @param work counts what is laid onto others
   */
  WorkLimit(Luminance picture, SearchWork work) {
    this(LEAST + (long) (SHARE * picture.width() * picture.height()), work);
  }

  private WorkLimit(long most, SearchWork work) {
    this.most = most;
    this.work = work;
    left = most;
  }

  /** What is left now, for a part of the work that is done beside others. */
  WorkLimit rest() {
    return new WorkLimit(left, work);
  }

  /**
   * The same, of which no more than a part may be spent.
   *
   * @param first whether it is for the best supported place of all, which may be a large copy
   */
  WorkLimit part(boolean first) {
    long least = first ? LEAST : LEAST_PART;
    return new WorkLimit(Math.min(left, Math.max(least, most / PARTS)), work);
  }

  /** What was done beside others is taken from what is left. */
  void charge(WorkLimit part) {
    left -= part.most - part.left;
  }

  /** Whether there is enough left. If not, nothing is taken: what is not done costs nothing. */
  boolean spend(long pixels) {
    if (pixels > left) {
      hasRefused = true;
      return false;
    }
    left -= pixels;
    work.lay(pixels);
    return true;
  }

  /** Whether more was asked for than was left. */
  boolean hasRefused() {
    return hasRefused;
  }

  boolean isSpent() {
    return left < TOO_LITTLE;
  }

  /** Whether what is left is for those that take more than a part. */
  boolean isReserve() {
    return left < RESERVE * most;
  }

  boolean isUntouched() {
    return left == most;
  }
}
