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

  private long left;

  WorkLimit(Luminance picture) {
    left = LEAST + (long) (SHARE * picture.width() * picture.height());
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
