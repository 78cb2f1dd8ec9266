/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rectangle with seams on its sides.
 *
 * @param bounds in pixels of the picture
 * @param evidence of all sides together, as a logarithm
 */
record PastedRectangle(Rectangle bounds, double evidence) {

  /** Of the smaller one: rectangles that overlap more share seams. */
  private static final double LARGEST_OVERLAP = 0.1;

  PastedRectangle shifted(int right, int down) {
    var moved = new Rectangle(bounds);
    moved.translate(right, down);
    return new PastedRectangle(moved, evidence);
  }

  /** The best of each place. */
  static List<PastedRectangle> apart(List<PastedRectangle> all) {
    var kept = new ArrayList<PastedRectangle>();
    all.stream()
        .sorted(Comparator.comparingDouble(PastedRectangle::evidence).reversed())
        .filter(next -> kept.stream().noneMatch(next::overlaps))
        .forEach(kept::add);
    return kept;
  }

  private boolean overlaps(PastedRectangle other) {
    var common = bounds.intersection(other.bounds);
    return !common.isEmpty()
        && area(common) >= LARGEST_OVERLAP * Math.min(area(bounds), area(other.bounds));
  }

  private static double area(Rectangle box) {
    return (double) box.width * box.height;
  }
}
