/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Rectangles as people read them: row by row and, where there are no rows, column by column. */
final class ReadingOrder {
  private ReadingOrder() {}

  static List<Rectangle> of(List<Rectangle> areas) {
    if (areas.size() < 2) {
      return areas;
    }
    var groups = groups(areas, area -> area.y, area -> area.height);
    if (groups.size() == 1) {
      groups = groups(areas, area -> area.x, area -> area.width);
    }
    if (groups.size() == 1) {
      return areas.stream()
          .sorted(Comparator.<Rectangle>comparingInt(area -> area.y).thenComparingInt(a -> a.x))
          .toList();
    }
    return groups.stream().flatMap(group -> of(group).stream()).toList();
  }

  /** Those that a line keeps apart, in one direction. */
  private static List<List<Rectangle>> groups(
      List<Rectangle> areas, ToIntFunction<Rectangle> start, ToIntFunction<Rectangle> length) {
    var groups = new ArrayList<List<Rectangle>>();
    int end = Integer.MIN_VALUE;
    for (var area : areas.stream().sorted(Comparator.comparingInt(start)).toList()) {
      if (groups.isEmpty() || start.applyAsInt(area) >= end) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(area);
      end = Math.max(end, start.applyAsInt(area) + length.applyAsInt(area));
    }
    return groups;
  }
}
