/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

/**
 * Rows between two parts of a figure, from an area's top.
 *
 * @param start the first row that belongs to neither
 * @param end the row after the last such one; the start where the parts touch
 * @param strength how sure it is, 0 to 1
 * @param color of the gutter, packed; -1 where the parts touch
 */
record Cut(int start, int end, double strength, int color) {
  static final int NO_COLOR = -1;

  /** This and another one below it as one, of the thicker one's color. */
  Cut with(Cut other) {
    boolean thicker = other.thickness() > thickness();
    return new Cut(
        start,
        Math.max(end, other.end),
        Math.max(strength, other.strength),
        thicker ? other.color : color);
  }

  int thickness() {
    return end - start;
  }

  boolean isGutter() {
    return end > start;
  }
}
