/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import java.util.Locale;

/**
 * What regions are called: {@code review-001}, {@code review-B-001} in panel B, or {@code
 * review-z4-t2-001} in a stack.
 */
final class RegionNames {
  private static final String PREFIX = "review-";

  private RegionNames() {}

  /**
   * @param panel that it lies in; empty if the figure has none
   */
  static String ofRank(String panel, int rank) {
    return PREFIX + (panel.isEmpty() ? "" : panel + "-") + String.format(Locale.ROOT, "%03d", rank);
  }

  static String inStack(String name, MapPosition placement) {
    int number = name.indexOf('-') + 1;
    return name.substring(0, number)
        + (placement.slice() > 0 ? "z" + placement.slice() + "-" : "")
        + (placement.frame() > 0 ? "t" + placement.frame() + "-" : "")
        + name.substring(number);
  }
}
