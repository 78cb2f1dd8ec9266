/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;

/**
 * The cells of an area whose grain agrees with what lies somewhere else.
 *
 * @param columns of cells
 * @param rows of cells
 * @param agreeing (rows, columns)
 * @param sum of the products in those that agree: what is a pixel off has as many, but less
 */
record GrainCells(int columns, int rows, boolean[] agreeing, long sum) {

  /** Pixels of a side. */
  static final int SIDE = 16;

  /** Cells of a part: fewer agree by chance. */
  static final int LEAST = 6;

  private static final double LEAST_PRODUCT = 0.25;

  /**
   * @param area whose upper left corner is that of a cell
   * @param other in which the partner of each place has to lie
   * @param right from a place to its partner
   * @param down likewise
   */
  static GrainCells of(GrainPlane grain, Rectangle area, Rectangle other, int right, int down) {
    return of(grain, area, other, right, down, 1);
  }

  /**
   * The same, roughly: a cell and those around it have so many pixels that a part of them tells.
   *
   * @param step from each row that is looked at to the next one
   */
  static GrainCells of(
      GrainPlane grain, Rectangle area, Rectangle other, int right, int down, int step) {
    int columns = (area.width + SIDE - 1) / SIDE;
    int rows = (area.height + SIDE - 1) / SIDE;
    var sums = new long[columns * rows];
    var counts = new int[columns * rows];
    int fromX = Math.max(area.x, other.x - right);
    int toX = Math.min(area.x + area.width, other.x + other.width - right);
    int fromY = Math.max(area.y, other.y - down);
    int toY = Math.min(area.y + area.height, other.y + other.height - down);
    for (int y = fromY; y < toY; y += step) {
      int row = (y - area.y) / SIDE * columns;
      for (int x = fromX; x < toX; ) {
        int cell = row + (x - area.x) / SIDE;
        int end = Math.min(toX, x + SIDE - (x - area.x) % SIDE);
        int sum = 0;
        int count = 0;
        for (; x < end; x++) {
          int product = grain.at(x, y) * grain.at(x + right, y + down);
          sum += product;
          count += product == 0 ? 0 : 1;
        }
        sums[cell] += sum;
        counts[cell] += count;
      }
    }
    var agreeing = new boolean[columns * rows];
    long all = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int cell = row * columns + column;
        agreeing[cell] = agrees(sums, counts, columns, rows, column, row, SIDE * SIDE / step / 2);
        all += agreeing[cell] ? sums[cell] : 0;
      }
    }
    return new GrainCells(columns, rows, agreeing, all);
  }

  /** With the cells around it: one alone is too small. */
  private static boolean agrees(
      long[] sums, int[] counts, int columns, int rows, int column, int row, int least) {
    if (counts[row * columns + column] <= least) {
      return false;
    }
    long sum = 0;
    int count = 0;
    for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        sum += sums[y * columns + x];
        count += counts[y * columns + x];
      }
    }
    return GrainPlane.product(sum, count) > LEAST_PRODUCT;
  }

  /** Around the largest connected part, in pixels of the area; null if that is too small. */
  Rectangle largest() {
    var part = CopyPart.of(new Rectangle(columns, rows), Morphology.largest(agreeing, columns));
    if (part == null || part.area() < LEAST) {
      return null;
    }
    var box = part.box();
    return new Rectangle(box.x * SIDE, box.y * SIDE, box.width * SIDE, box.height * SIDE);
  }

  int count() {
    return Morphology.count(agreeing);
  }
}
