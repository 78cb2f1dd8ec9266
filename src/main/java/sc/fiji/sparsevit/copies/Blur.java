/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A Gaussian blur in parallel bands of rows. The virtual machine vectorizes only loops that read
 * all arrays at the same place, so rows are first copied, shifted, to where that is the case.
 */
final class Blur {

  private static final int BAND = 32;

  static final int SQUARE = 4;

  private final float[] plane;
  private final int width;
  private final int height;

  /** From the center outwards. */
  private final float[] kernel;

  private final int radius;
  private final float[] blurred;

  private Blur(float[] plane, int width, int height, double sigma) {
    this.plane = plane;
    this.width = width;
    this.height = height;
    kernel = kernel(sigma);
    radius = kernel.length - 1;
    blurred = new float[plane.length];
  }

  /** A blurred copy; positions outside repeat the nearest edge value. */
  static float[] of(float[] plane, int width, int height, double sigma) {
    var blur = new Blur(plane, width, height, sigma);
    IntStream.range(0, (height + BAND - 1) / BAND)
        .parallel()
        .forEach(band -> blur.rows(band * BAND, Math.min(height, (band + 1) * BAND)));
    return blur.blurred;
  }

  /**
   * A wide blur, at a fraction of the cost: one value for each square of {@value #SQUARE} pixels a
   * side, row by row; squares at the right and bottom may be cut off.
   */
  static float[] ofSquares(float[] plane, int width, int height, double sigma) {
    int columns = (width + SQUARE - 1) / SQUARE;
    int rows = (height + SQUARE - 1) / SQUARE;
    var means = new float[columns * rows];
    var sums = new float[width];
    var more = new float[width];
    for (int row = 0; row < rows; row++) {
      int top = row * SQUARE;
      int bottom = Math.min(height, top + SQUARE);
      System.arraycopy(plane, top * width, sums, 0, width);
      for (int y = top + 1; y < bottom; y++) {
        System.arraycopy(plane, y * width, more, 0, width);
        add(more, sums);
      }
      for (int column = 0; column < columns; column++) {
        int right = Math.min(width, (column + 1) * SQUARE);
        float sum = 0;
        for (int x = column * SQUARE; x < right; x++) {
          sum += sums[x];
        }
        means[row * columns + column] = sum / ((right - column * SQUARE) * (bottom - top));
      }
    }
    return of(means, columns, rows, sigma / SQUARE);
  }

  private void rows(int top, int bottom) {
    int taps = 2 * radius + 1;
    // Rows around one, each in the place that its number leaves as a remainder
    var near = new float[taps][width];
    for (int y = top - radius; y < top + radius; y++) {
      copyRow(y, near[Math.floorMod(y, taps)]);
    }
    var column = new float[taps][];
    var shifted = new float[taps][width];
    var sums = new float[width];
    for (int y = top; y < bottom; y++) {
      copyRow(y + radius, near[Math.floorMod(y + radius, taps)]);
      for (int tap = 0; tap < taps; tap++) {
        column[tap] = near[Math.floorMod(y - radius + tap, taps)];
      }
      weigh(column, shifted[radius]);
      shift(shifted);
      weigh(shifted, sums);
      System.arraycopy(sums, 0, blurred, y * width, width);
    }
  }

  private void copyRow(int y, float[] into) {
    int row = Math.max(0, Math.min(height - 1, y));
    System.arraycopy(plane, row * width, into, 0, width);
  }

  /** From the row in the middle those around it, by one more pixel each. */
  private void shift(float[][] rows) {
    float[] row = rows[radius];
    for (int by = 1; by <= radius; by++) {
      int kept = Math.max(0, width - by);
      float[] left = rows[radius - by];
      System.arraycopy(row, 0, left, width - kept, kept);
      Arrays.fill(left, 0, width - kept, row[0]);
      float[] right = rows[radius + by];
      System.arraycopy(row, width - kept, right, 0, kept);
      Arrays.fill(right, kept, width, row[width - 1]);
    }
  }

  private void weigh(float[][] rows, float[] sums) {
    float[] middle = rows[radius];
    int tap = 1;
    if (radius % 2 == 1) {
      set(middle, kernel[0], rows[radius - 1], rows[radius + 1], kernel[1], sums);
      tap = 2;
    } else {
      set(
          middle,
          kernel[0],
          rows[radius - 1],
          rows[radius + 1],
          kernel[1],
          rows[radius - 2],
          rows[radius + 2],
          kernel[2],
          sums);
      tap = 3;
    }
    for (; tap < radius; tap += 2) {
      add(
          rows[radius - tap],
          rows[radius + tap],
          kernel[tap],
          rows[radius - tap - 1],
          rows[radius + tap + 1],
          kernel[tap + 1],
          sums);
    }
  }

  private static void add(float[] more, float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += more[x];
    }
  }

  private static void set(
      float[] middle, float weight, float[] one, float[] other, float second, float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = weight * middle[x] + second * (one[x] + other[x]);
    }
  }

  private static void set(
      float[] middle,
      float weight,
      float[] one,
      float[] other,
      float second,
      float[] far,
      float[] opposite,
      float third,
      float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] =
          weight * middle[x] + (second * (one[x] + other[x]) + third * (far[x] + opposite[x]));
    }
  }

  /** Two pairs of taps at once: sums are read and written half as often. */
  private static void add(
      float[] one,
      float[] other,
      float weight,
      float[] far,
      float[] opposite,
      float second,
      float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * (one[x] + other[x]) + second * (far[x] + opposite[x]);
    }
  }

  /** From the center outwards. */
  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(2.8 * sigma);
    var kernel = new float[radius + 1];
    double sum = 0;
    for (int i = 0; i <= radius; i++) {
      kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
      sum += i == 0 ? kernel[i] : 2 * kernel[i];
    }
    for (int i = 0; i <= radius; i++) {
      kernel[i] /= (float) sum;
    }
    return kernel;
  }
}
