/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.Rectangle;
import java.util.Set;

/** Takes what is paper above and below an area off it. */
final class Margins {
  private static final double EDGE = 0.35;
  private static final double LABELED = 0.35;
  private static final double FULL = 0.6;
  private static final double JUMP = 0.3;
  private static final int TRIM = 8;
  private static final int TOLERANCE = 16;

  /** A label and what is left of a gutter are no higher than this. */
  private static final int FARTHEST = 96;

  private Margins() {}

  /**
   * Rows of a single color at the top and the bottom, up to a straight edge.
   *
   * @param paper the color they have to be of; if there is none yet, any, which is added
   */
  static Rectangle cut(Plane plane, Rectangle area, Set<Integer> paper) {
    if (area.isEmpty()) {
      return area;
    }
    var lines = Lines.of(plane, area);
    int last = area.height - 1;
    int top = 0;
    if (isPaper(lines.medians()[0], paper)) {
      top = Gutters.end(lines, 0);
      if (top == area.height) {
        return new Rectangle();
      }
      if (top > 0
          && Gutters.edge(lines, top, 1, lines.medians()[0], Gutters.tolerance(lines, 0, top))
              < EDGE) {
        top = 0;
      }
      if (top > 0) {
        paper.add(lines.medians()[0]);
      }
    }
    int bottom = area.height;
    if (isPaper(lines.medians()[last], paper)) {
      while (bottom > top && Gutters.isFlat(lines, bottom - 1, last)) {
        bottom--;
      }
      if (bottom < area.height
          && Gutters.edge(
                  lines,
                  bottom - 1,
                  -1,
                  lines.medians()[last],
                  Gutters.tolerance(lines, bottom, area.height))
              < EDGE) {
        bottom = area.height;
      }
      if (bottom < area.height) {
        paper.add(lines.medians()[last]);
      }
    }
    return new Rectangle(area.x, area.y + top, area.width, bottom - top);
  }

  static boolean isPaper(int color, Set<Integer> paper) {
    return paper.isEmpty()
        || paper.stream()
            .anyMatch(each -> each != Cut.NO_COLOR && Plane.distance(each, color) <= TOLERANCE);
  }

  /** Rows that hold nothing but paper of a known color, or a label on it, up to a straight edge. */
  static Rectangle trim(Plane plane, Rectangle area, int color) {
    var lines = new Lines(plane, area, null, null);
    int top = edge(lines, 0, 1, color);
    int bottom = edge(lines, area.height - 1, -1, color) + 1;
    return bottom <= top ? area : new Rectangle(area.x, area.y + top, area.width, bottom - top);
  }

  private static int edge(Lines lines, int start, int step, int color) {
    int most = Math.min(FARTHEST, lines.count() / 2);
    int row = start;
    double before = 0;
    double share = share(lines, row, color);
    while (share <= LABELED) {
      row += step;
      if (Math.abs(row - start) > most) {
        return start;
      }
      before = share;
      share = share(lines, row, color);
    }
    double full =
        Math.max(
            share, Math.max(share(lines, row + step, color), share(lines, row + 2 * step, color)));
    return row != start && full >= FULL && full >= before + JUMP ? row : start;
  }

  private static double share(Lines lines, int row, int color) {
    return row < 0 || row >= lines.count() ? 0 : lines.differing(row, color, TRIM);
  }
}
