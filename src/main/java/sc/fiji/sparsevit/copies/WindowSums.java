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

  /** Rows of both, copied to where loops over them are vectorized. */
  private final float[] rowOfOne;

  private final float[] rowOfOther;

  /** For each column of the square's rows: sums of both, of their squares and of their product. */
  private final float[] ones;

  private final float[] others;
  private final float[] squaresOfOne;
  private final float[] squaresOfOther;
  private final float[] products;

  /** For each square of a row. */
  private final double[] counts;

  private final double[] sumsOfOne;
  private final double[] sumsOfOther;
  private final double[] variancesOfOne;
  private final double[] variancesOfOther;
  private final double[] covariances;

  WindowSums(float[] one, float[] other, int width, int height, int radius) {
    this.one = one;
    this.other = other;
    this.width = width;
    this.height = height;
    this.radius = radius;
    rowOfOne = new float[width];
    rowOfOther = new float[width];
    ones = new float[width];
    others = new float[width];
    squaresOfOne = new float[width];
    squaresOfOther = new float[width];
    products = new float[width];
    counts = new double[width];
    sumsOfOne = new double[width];
    sumsOfOther = new double[width];
    variancesOfOne = new double[width];
    variancesOfOther = new double[width];
    covariances = new double[width];
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
    int rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    for (int x = 0; x < width; x++) {
      counts[x] = rows * (Math.min(width, x + radius + 1) - Math.max(0, x - radius));
    }
    slide();
    center(variancesOfOne, sumsOfOne, sumsOfOne, counts);
    center(variancesOfOther, sumsOfOther, sumsOfOther, counts);
    center(covariances, sumsOfOne, sumsOfOther, counts);
  }

  private void add(int y, float sign) {
    System.arraycopy(one, y * width, rowOfOne, 0, width);
    System.arraycopy(other, y * width, rowOfOther, 0, width);
    add(rowOfOne, sign, ones);
    add(rowOfOther, sign, others);
    add(rowOfOne, rowOfOne, sign, squaresOfOne);
    add(rowOfOther, rowOfOther, sign, squaresOfOther);
    add(rowOfOne, rowOfOther, sign, products);
  }

  private static void add(float[] row, float sign, float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += sign * row[x];
    }
  }

  private static void add(float[] row, float[] factors, float sign, float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += sign * row[x] * factors[x];
    }
  }

  /** From sums of columns to those of squares, all at once: each waits only for its own. */
  private void slide() {
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int x = -radius; x < width; x++) {
      int next = x + radius;
      if (next < width) {
        a += ones[next];
        b += others[next];
        aa += squaresOfOne[next];
        bb += squaresOfOther[next];
        ab += products[next];
      }
      int last = x - radius - 1;
      if (last >= 0) {
        a -= ones[last];
        b -= others[last];
        aa -= squaresOfOne[last];
        bb -= squaresOfOther[last];
        ab -= products[last];
      }
      if (x >= 0) {
        sumsOfOne[x] = a;
        sumsOfOther[x] = b;
        variancesOfOne[x] = aa;
        variancesOfOther[x] = bb;
        covariances[x] = ab;
      }
    }
  }

  /** From sums of products to their mean less that of the means. */
  private static void center(double[] products, double[] ones, double[] others, double[] counts) {
    for (int x = 0; x < products.length; x++) {
      products[x] = (products[x] - ones[x] * others[x] / counts[x]) / counts[x];
    }
  }

  double varianceOfOne(int x) {
    return variancesOfOne[x];
  }

  double varianceOfOther(int x) {
    return variancesOfOther[x];
  }

  double covariance(int x) {
    return covariances[x];
  }

  /** Of the means. */
  double difference(int x) {
    return (sumsOfOne[x] - sumsOfOther[x]) / counts[x];
  }
}
