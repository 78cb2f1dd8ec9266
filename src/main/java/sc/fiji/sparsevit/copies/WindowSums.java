/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * How two planes vary, alone and together, in a square that slides over them row by row; what lies
 * beyond their edges is left out.
 */
final class WindowSums {

  private final float[] one;
  private final float[] other;
  private final int width;
  private final int height;
  private final int radius;

  /** For each column of the square's rows: sums of both, of their squares and of their product. */
  private final float[][] columns;

  private double ones;
  private double others;
  private double squaresOfOne;
  private double squaresOfOther;
  private double products;
  private int rows;
  private int count;

  WindowSums(float[] one, float[] other, int width, int height, int radius) {
    this.one = one;
    this.other = other;
    this.width = width;
    this.height = height;
    this.radius = radius;
    columns = new float[5][width];
    for (int y = 0; y < Math.min(radius, height); y++) {
      add(y, 1);
    }
  }

  /** Rows one after another from 0 on. */
  void moveTo(int y) {
    if (y + radius < height) {
      add(y + radius, 1);
    }
    if (y > radius) {
      add(y - radius - 1, -1);
    }
    rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    ones = 0;
    others = 0;
    squaresOfOne = 0;
    squaresOfOther = 0;
    products = 0;
    for (int x = 0; x < Math.min(radius, width); x++) {
      addColumn(x, 1);
    }
  }

  /** Columns one after another from 0 on. */
  void moveRightTo(int x) {
    if (x + radius < width) {
      addColumn(x + radius, 1);
    }
    if (x > radius) {
      addColumn(x - radius - 1, -1);
    }
    count = rows * (Math.min(width, x + radius + 1) - Math.max(0, x - radius));
  }

  private void add(int y, float sign) {
    int from = y * width;
    float[] a = columns[0];
    float[] b = columns[1];
    float[] aa = columns[2];
    float[] bb = columns[3];
    float[] ab = columns[4];
    for (int x = 0; x < width; x++) {
      float p = one[from + x];
      float q = other[from + x];
      a[x] += sign * p;
      b[x] += sign * q;
      aa[x] += sign * p * p;
      bb[x] += sign * q * q;
      ab[x] += sign * p * q;
    }
  }

  private void addColumn(int x, int sign) {
    ones += sign * columns[0][x];
    others += sign * columns[1][x];
    squaresOfOne += sign * columns[2][x];
    squaresOfOther += sign * columns[3][x];
    products += sign * columns[4][x];
  }

  double varianceOfOne() {
    return (squaresOfOne - ones * ones / count) / count;
  }

  double varianceOfOther() {
    return (squaresOfOther - others * others / count) / count;
  }

  double covariance() {
    return (products - ones * others / count) / count;
  }

  /** Of the means. */
  double difference() {
    return (ones - others) / count;
  }
}
