/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import java.awt.Polygon;
import java.awt.geom.Path2D;
import java.util.ArrayList;

/**
 * The ROI whose mask is exactly one component.
 *
 * <p>Each run has a left edge (number 2 run) and a right edge (2 run + 1), one pixel high, and each
 * edge an upper end (2 edge) and a lower end (2 edge + 1). On the line between two rows the ends
 * that meet it, from above and from below, are joined in pairs from left to right: the stretch
 * between the two of a pair is where one row is inside and the other is not, so it is a border.
 * Following edges and joins around gives closed loops. The time taken grows with the runs, not the
 * pixels.
 */
final class RegionOutline {
  private static final int NONE = -1;

  private final Component component;

  /** For each end the one that it is joined to. */
  private final int[] joins;

  private RegionOutline(Component component) {
    this.component = component;
    joins = new int[4 * component.runs()];
  }

  /** A rectangle, a traced polygon or, if the component has holes, a composite. */
  static Roi of(Component component) {
    var outline = new RegionOutline(component);
    outline.joinEnds();
    return outline.roi();
  }

  private void joinEnds() {
    int above = 0;
    int below = 0;
    // Connected, a component has a run in every row from its first to its last.
    while (above < component.runs()) {
      int next = below;
      while (next < component.runs() && component.row(next) == component.row(below)) {
        next++;
      }
      joinEndsOnLine(above, below, next);
      above = below;
      below = next;
    }
  }

  /** Joins the ends between the runs from {@code above} on and those from {@code below} on. */
  private void joinEndsOnLine(int above, int below, int next) {
    int upper = 2 * above;
    int lower = 2 * below;
    int open = NONE;
    while (upper < 2 * below || lower < 2 * next) {
      boolean fromAbove =
          lower == 2 * next || upper < 2 * below && position(upper) < position(lower);
      int end = fromAbove ? 2 * upper++ + 1 : 2 * lower++;
      if (open == NONE) {
        open = end;
      } else {
        joins[open] = end;
        joins[end] = open;
        open = NONE;
      }
    }
  }

  /**
   * Orders edges from left to right; in one place left edges come before right ones, by which the
   * loop crosses over where two pixels touch at a corner, and stays one.
   */
  private long position(int edge) {
    return 2L * column(edge) + edge % 2;
  }

  private int column(int edge) {
    return edge % 2 == 0 ? component.left(edge / 2) : component.right(edge / 2);
  }

  private Roi roi() {
    var loops = new ArrayList<Polygon>();
    for (int end = 0; end < joins.length; end += 2) {
      if (joins[end] != NONE) {
        loops.add(follow(end));
      }
    }
    var first = loops.get(0);
    if (loops.size() == 1) {
      return first.npoints == 4
          ? new Roi(first.getBounds())
          : new PolygonRoi(first, Roi.TRACED_ROI);
    }
    var path = new Path2D.Float(Path2D.WIND_EVEN_ODD);
    loops.forEach(loop -> path.append(loop, false));
    return new ShapeRoi(path);
  }

  private Polygon follow(int start) {
    var loop = new Polygon();
    int end = start;
    do {
      int far = end ^ 1;
      end = joins[far];
      joins[far] = NONE;
      joins[end] = NONE;
      int from = column(far / 2);
      int to = column(end / 2);
      // Otherwise the edges of two rows continue one another.
      if (from != to) {
        int y = component.row(far / 4) + far % 2;
        loop.addPoint(from, y);
        loop.addPoint(to, y);
      }
    } while (end != start);
    return loop;
  }
}
