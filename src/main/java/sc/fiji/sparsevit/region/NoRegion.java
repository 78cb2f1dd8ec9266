/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import java.util.Locale;

/**
 * What is said where there is no region. Never "authentic": a map that stays low proves nothing.
 */
public final class NoRegion {
  private NoRegion() {}

  /**
   * {@code no region above the threshold}, or, where only the minimum area kept them from being
   * regions, how many pixels are above it.
   *
   * @param threshold what it is called
   * @param above how many pixels are above it
   */
  public static String words(String threshold, long above, int minimumArea) {
    if (above == 0) {
      return "no region above " + threshold;
    }
    return String.format(
        Locale.ROOT,
        "no region for review: %d %s above %s, %s the minimum area of %d",
        above,
        above == 1 ? "pixel is" : "pixels are",
        threshold,
        above < minimumArea ? "fewer than" : "in areas smaller than",
        minimumArea);
  }
}
