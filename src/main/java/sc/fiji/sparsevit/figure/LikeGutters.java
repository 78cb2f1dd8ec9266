/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds gutters that are as wide as others of the figure and show nothing but paper, though little
 * is next to them: black micrographs on black paper hardly have an edge.
 */
final class LikeGutters {
  /** Narrower ones are too likely by chance. */
  private static final int NARROWEST = 3;

  /** Widths that differ no more are the same. */
  private static final int SAME_WIDTH = 1;

  /** How far colors of paper are apart: as they were drawn, and saved as JPEG. */
  private static final int[] TOLERANCES = {2, 6};

  /** The share of a row that may differ from paper. */
  private static final double CLEAN = 0.01;

  /** The share of the row beside it that differs, on either side. */
  private static final double LEAST_EDGE = 0.1;

  /** And on both together. */
  private static final double LEAST_EDGES = 0.4;

  private final Lines lines;
  private final Set<Integer> widths;
  private final List<Cut> sure;
  private final List<Cut> found = new ArrayList<>();

  private LikeGutters(Lines lines, List<Cut> sure, Set<Integer> widths) {
    this.lines = lines;
    this.sure = sure;
    this.widths = widths;
  }

  /**
   * @param sure gutters of the area that are known
   * @param paper the colors of the gutters and margins around the area
   * @param widths of the gutters around the area, in pixels
   */
  static List<Cut> find(Lines lines, List<Cut> sure, Set<Integer> paper, Set<Integer> widths) {
    var known = new HashSet<>(widths);
    sure.forEach(cut -> known.add(cut.thickness()));
    known.removeIf(width -> width < NARROWEST);
    var finder = new LikeGutters(lines, sure, known);
    if (!known.isEmpty()) {
      var colors = new LinkedHashSet<>(paper);
      sure.forEach(cut -> colors.add(cut.color()));
      colors.remove(Cut.NO_COLOR);
      for (int color : colors) {
        for (int tolerance : TOLERANCES) {
          finder.addAll(color, tolerance);
        }
      }
    }
    return finder.found;
  }

  private void addAll(int color, int tolerance) {
    int start = 0;
    for (int row = 0; row < lines.count(); row++) {
      if (!isClean(row, color, tolerance)) {
        add(start, row, color, tolerance);
        start = row + 1;
      }
    }
  }

  private boolean isClean(int row, int color, int tolerance) {
    return lines.spreads()[row] <= tolerance
        && Plane.distance(lines.medians()[row], color) <= tolerance
        && lines.differing(row, color, tolerance) <= CLEAN;
  }

  private void add(int start, int end, int color, int tolerance) {
    boolean alike = widths.stream().anyMatch(width -> Math.abs(end - start - width) <= SAME_WIDTH);
    if (start == 0 || !alike || isKnown(sure, start, end) || isKnown(found, start, end)) {
      return;
    }
    double above = edge(start - 1, -1, color, tolerance);
    double below = edge(end, 1, color, tolerance);
    if (Math.min(above, below) >= LEAST_EDGE && above + below >= LEAST_EDGES) {
      found.add(new Cut(start, end, Math.max(above, below) / 2, color));
    }
  }

  private static boolean isKnown(List<Cut> cuts, int start, int end) {
    return cuts.stream().anyMatch(cut -> cut.start() <= end && start <= cut.end());
  }

  /** The share of a row that differs, of the few next to a gutter the most. */
  private double edge(int row, int away, int color, int tolerance) {
    double most = 0;
    for (int i = 0; i < NARROWEST; i++) {
      int beside = row + i * away;
      if (beside >= 0 && beside < lines.count()) {
        most = Math.max(most, lines.differing(beside, color, tolerance));
      }
    }
    return most;
  }
}
