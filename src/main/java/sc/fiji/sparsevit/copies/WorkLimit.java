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

  private final long most;
  private long left;

  WorkLimit(Luminance picture) {
    this(LEAST + (long) (SHARE * picture.width() * picture.height()));
  }

  private WorkLimit(long most) {
    this.most = most;
    left = most;
  }

  /** What is left now, for a part of the work that is done beside others. */
  WorkLimit rest() {
    return new WorkLimit(left);
  }

  /** The same, of which no more than a part may be spent. */
  WorkLimit part() {
    return new WorkLimit(Math.min(left, Math.max(LEAST, most / PARTS)));
  }

  long spent() {
    return most - left;
  }

  /** Whether there was enough left. */
  boolean spend(long pixels) {
    left -= pixels;
    return left >= 0;
  }

  boolean isSpent() {
    return left < 0;
  }
}
