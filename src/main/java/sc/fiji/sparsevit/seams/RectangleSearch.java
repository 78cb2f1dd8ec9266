/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** Tries all rectangles whose sides lie on boundaries that may have seams. */
final class RectangleSearch {

  private static final int SHORTEST_SIDE = 8;

  /** With seams on all sides. */
  private static final double LEAST_EVIDENCE = 90;

  /** With a side whose seam would not be seen. */
  private static final double LEAST_EVIDENCE_OPEN = 150;

  private final List<SeamLine> columns;
  private final List<SeamLine> rows;

  /** (column, row, row) */
  private final SeamSide[][][] upright;

  /** (row, column, column) */
  private final SeamSide[][][] level;

  private RectangleSearch(List<SeamLine> columns, List<SeamLine> rows) {
    this.columns = columns;
    this.rows = rows;
    upright = sides(columns, rows);
    level = sides(rows, columns);
  }

  /** In the tile's coordinates, the best of each place. */
  static List<PastedRectangle> in(GrayTile tile) {
    var columns = Boundaries.of(tile).lines();
    var rows = Boundaries.of(tile.transposed()).lines();
    return PastedRectangle.apart(new RectangleSearch(columns, rows).all());
  }

  private List<PastedRectangle> all() {
    var found = new ArrayList<PastedRectangle>();
    for (int left = 0; left < columns.size(); left++) {
      for (int right = left + 1; right < columns.size(); right++) {
        for (int top = 0; top < rows.size(); top++) {
          for (int bottom = top + 1; bottom < rows.size(); bottom++) {
            // Most boundaries fail here, long before a rectangle is made.
            if (upright[left][top][bottom].fits() && upright[right][top][bottom].fits()) {
              add(left, right, top, bottom, found);
            }
          }
        }
      }
    }
    return found;
  }

  private void add(int left, int right, int top, int bottom, List<PastedRectangle> found) {
    var sides =
        List.of(
            upright[left][top][bottom],
            upright[right][top][bottom],
            level[top][left][right],
            level[bottom][left][right]);
    int x = columns.get(left).position();
    int y = rows.get(top).position();
    int width = columns.get(right).position() - x;
    int height = rows.get(bottom).position() - y;
    if (Math.min(width, height) < SHORTEST_SIDE || !sides.stream().allMatch(SeamSide::fits)) {
      return;
    }
    long seams = sides.stream().filter(SeamSide::seam).count();
    double evidence = sides.stream().mapToDouble(SeamSide::evidence).sum();
    if (seams == 4 && evidence > LEAST_EVIDENCE || seams == 3 && evidence > LEAST_EVIDENCE_OPEN) {
      found.add(new PastedRectangle(new Rectangle(x, y, width, height), evidence));
    }
  }

  private static SeamSide[][][] sides(List<SeamLine> lines, List<SeamLine> across) {
    return lines.stream()
        .map(
            line ->
                across.stream()
                    .map(from -> across.stream().map(to -> side(line, from, to)))
                    .map(row -> row.toArray(SeamSide[]::new))
                    .toArray(SeamSide[][]::new))
        .toArray(SeamSide[][][]::new);
  }

  private static SeamSide side(SeamLine line, SeamLine from, SeamLine to) {
    return from.position() < to.position()
        ? line.side(from.position(), to.position())
        : SeamSide.NOTHING;
  }
}
