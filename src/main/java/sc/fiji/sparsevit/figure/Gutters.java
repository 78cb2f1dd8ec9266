/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds rows of a single color between parts that end at them with a straight edge. A gap within a
 * single picture is not met by straight edges: what is shown there ends where it likes.
 */
final class Gutters {
  /** A row spreads no further around its median if it is of one color, saved as JPEG perhaps. */
  private static final int FLAT = 10;

  /** The rows of a gutter do not drift further in color than this. */
  private static final int DRIFT = 4;

  /** Two rows of one color each have to differ by so much to be gutter and picture. */
  private static final int CONTRAST = 24;

  /** An edge that was scaled or saved as JPEG is as wide as this. */
  private static final int EDGE = 3;

  /** The height of a label at most, in pixels. */
  private static final int LABEL = 48;

  /** The share of a row that labels take at most. */
  private static final double LABELED = 0.3;

  private static final double FULL = 0.6;

  /** Rows beside a gutter in which whatever is shown reaches it, where panels end at it. */
  private static final int BESIDE = 12;

  /** Of what is shown there. */
  private static final double FLUSH = 0.9;

  /** The share of a gutter's length that small panels on much paper take at least. */
  private static final double SPARSE = 0.15;

  private static final int TOLERANCE = 16;

  private Gutters() {}

  /**
   * All gutters of an area, margins left out.
   *
   * @param paper the colors of the gutters and margins known so far
   */
  static List<Cut> find(Lines lines, Set<Integer> paper) {
    var found = new ArrayList<Cut>();
    int[] thickness = thickness(lines);
    for (int start = 0; start < lines.count(); start += Math.max(1, thickness[start])) {
      int end = start + thickness[start];
      if (end > start && start > 0 && end < lines.count() && !isPicture(thickness, start, end)) {
        gutter(lines, start, end, paper).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Cut> gutter(Lines lines, int start, int end, Set<Integer> paper) {
    int color = lines.medians()[(start + end) / 2];
    int tolerance = tolerance(lines, start, end);
    boolean known = Margins.isPaper(color, paper);
    int first = start;
    int after = end;
    if (known) {
      first = beyondLabel(lines, start - 1, -1, color, tolerance) + 1;
      after = beyondLabel(lines, end, 1, color, tolerance);
    }
    double above = edge(lines, first - 1, -1, color, tolerance);
    double below = edge(lines, after, 1, color, tolerance);
    double less = Math.min(above, below);
    double more = Math.max(above, below);
    boolean sure =
        paper.isEmpty()
            ? less >= 0.35 && less + more >= 1
            : known && end - start >= EDGE
                ? less >= 0.2 && more >= 0.8 || less >= 0.35 && more >= 0.6
                : less >= 0.5 && less + more >= 1.5;
    sure |=
        known
            && end - start >= EDGE
            && less >= SPARSE
            && isFlush(lines, first - 1, -1, color, tolerance)
            && isFlush(lines, after, 1, color, tolerance);
    return sure ? Optional.of(new Cut(first, after, (above + below) / 2, color)) : Optional.empty();
  }

  /** Whether nearly all that is shown beside a gutter begins right next to it, as panels do. */
  private static boolean isFlush(Lines lines, int row, int away, int color, int tolerance) {
    var area = lines.area();
    int shown = 0;
    int flush = 0;
    for (int x = area.x; x < area.x + area.width; x++) {
      int first = BESIDE;
      for (int i = 0; i < first; i++) {
        int beside = row + i * away;
        if (beside >= 0
            && beside < lines.count()
            && Plane.distance(lines.plane().at(x, area.y + beside), color) > tolerance) {
          first = i;
        }
      }
      shown += first < BESIDE ? 1 : 0;
      flush += first < EDGE ? 1 : 0;
    }
    return flush >= FLUSH * shown;
  }

  /** Of the rows of a single color that each row belongs to; 0 if it is of several. */
  private static int[] thickness(Lines lines) {
    int[] thickness = new int[lines.count()];
    for (int start = 0; start < lines.count(); ) {
      int end = end(lines, start);
      Arrays.fill(thickness, start, end, end - start);
      start = Math.max(end, start + 1);
    }
    return thickness;
  }

  /**
   * Where a gutter ends if it contains a label.
   *
   * @param row the first next to the rows of a single color
   * @return the first row next to the gutter
   */
  private static int beyondLabel(Lines lines, int row, int away, int color, int tolerance) {
    if (edge(lines, row, away, color, tolerance) >= FULL) {
      return row;
    }
    int beyond = row;
    for (int i = 0; i < LABEL && lines.differing(beyond, color, TOLERANCE) <= LABELED; i++) {
      beyond += away;
      if (beyond < 0 || beyond >= lines.count()) {
        return row;
      }
    }
    return beyond != row && edge(lines, beyond, away, color, tolerance) >= FULL ? beyond : row;
  }

  /** Whether thinner gutters lie on both sides, so that these rows are a picture of one color. */
  private static boolean isPicture(int[] thickness, int start, int end) {
    int own = end - start;
    return own >= 32
        && isThinner(thickness, start - 1, -1, own)
        && isThinner(thickness, end, 1, own);
  }

  private static boolean isThinner(int[] thickness, int row, int away, int own) {
    for (int i = 0; i < EDGE; i++) {
      int beside = row + i * away;
      if (beside >= 0 && beside < thickness.length && thickness[beside] > 0) {
        return 2 * thickness[beside] < own;
      }
    }
    return false;
  }

  /** The row after the last one of the same single color, or the start if that is of several. */
  static int end(Lines lines, int start) {
    int end = start;
    while (end < lines.count() && isFlat(lines, end, start)) {
      end++;
    }
    return end;
  }

  /** Whether a row is of a single color, and that of another row. */
  static boolean isFlat(Lines lines, int row, int other) {
    return lines.spreads()[row] <= FLAT
        && Plane.distance(lines.medians()[row], lines.medians()[other]) <= DRIFT;
  }

  /**
   * The share of a gutter's length along which a part begins next to it, 0 to 1.
   *
   * @param row the first next to the gutter
   * @param away 1 or -1, away from the gutter
   */
  static double edge(Lines lines, int row, int away, int color, int tolerance) {
    double most = 0;
    for (int i = 0; i < EDGE; i++) {
      int beside = row + i * away;
      if (beside >= 0 && beside < lines.count() && stands(lines, beside, color)) {
        most = Math.max(most, lines.differing(beside, color, tolerance));
      }
    }
    return most;
  }

  /** Up to which difference a color next to rows of a single color still belongs to them. */
  static int tolerance(Lines lines, int start, int end) {
    int spread = 0;
    for (int row = start; row < end; row++) {
      spread = Math.max(spread, lines.spreads()[row]);
    }
    return Math.max(8, 2 * spread);
  }

  private static boolean stands(Lines lines, int row, int color) {
    return lines.spreads()[row] > FLAT || Plane.distance(lines.medians()[row], color) >= CONTRAST;
  }
}
