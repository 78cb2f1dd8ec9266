/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A Gaussian blur in parallel bands of rows; inner loops run over neighbors in memory. */
final class Blur {

  private static final int BAND = 32;

  static final int SQUARE = 4;

  private Blur() {}

  /** A blurred copy; positions outside repeat the nearest edge value. */
  static float[] of(float[] plane, int width, int height, double sigma) {
    float[] kernel = kernel(sigma);
    int radius = kernel.length - 1;
    var blurred = new float[plane.length];
    IntStream.range(0, (height + BAND - 1) / BAND)
        .parallel()
        .forEach(
            band -> {
              var sums = new float[width];
              var padded = new float[width + 2 * radius];
              int end = Math.min(height, (band + 1) * BAND);
              for (int y = band * BAND; y < end; y++) {
                column(plane, width, height, kernel, y, sums);
                System.arraycopy(sums, 0, padded, radius, width);
                Arrays.fill(padded, 0, radius, sums[0]);
                Arrays.fill(padded, radius + width, padded.length, sums[width - 1]);
                row(padded, kernel, sums);
                System.arraycopy(sums, 0, blurred, y * width, width);
              }
            });
    return blurred;
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
    for (int row = 0; row < rows; row++) {
      int top = row * SQUARE;
      int bottom = Math.min(height, top + SQUARE);
      set(plane, top * width, 1, sums);
      for (int y = top + 1; y < bottom; y++) {
        add(plane, y * width, sums);
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

  private static void column(
      float[] plane, int width, int height, float[] kernel, int y, float[] sums) {
    int radius = kernel.length - 1;
    int start = 1;
    if (radius % 2 == 1) {
      int above = Math.max(0, y - 1) * width;
      int below = Math.min(height - 1, y + 1) * width;
      set(plane, y * width, kernel[0], above, below, kernel[1], sums);
      start = 2;
    } else {
      set(plane, y * width, kernel[0], sums);
    }
    for (int tap = start; tap < radius; tap += 2) {
      add(
          plane,
          Math.max(0, y - tap) * width,
          Math.min(height - 1, y + tap) * width,
          kernel[tap],
          Math.max(0, y - tap - 1) * width,
          Math.min(height - 1, y + tap + 1) * width,
          kernel[tap + 1],
          sums);
    }
  }

  private static void row(float[] padded, float[] kernel, float[] sums) {
    int radius = kernel.length - 1;
    int start = 1;
    if (radius % 2 == 1) {
      set(padded, radius, kernel[0], radius - 1, radius + 1, kernel[1], sums);
      start = 2;
    } else {
      set(padded, radius, kernel[0], sums);
    }
    for (int tap = start; tap < radius; tap += 2) {
      add(
          padded,
          radius - tap,
          radius + tap,
          kernel[tap],
          radius - tap - 1,
          radius + tap + 1,
          kernel[tap + 1],
          sums);
    }
  }

  private static void set(float[] from, int start, float weight, float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = weight * from[start + x];
    }
  }

  private static void add(float[] from, int start, float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += from[start + x];
    }
  }

  private static void set(
      float[] from, int start, float weight, int one, int other, float second, float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = weight * from[start + x] + second * (from[one + x] + from[other + x]);
    }
  }

  /** Two pairs of taps at once: sums are read and written half as often. */
  private static void add(
      float[] from,
      int one,
      int other,
      float weight,
      int third,
      int fourth,
      float second,
      float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] +=
          weight * (from[one + x] + from[other + x])
              + second * (from[third + x] + from[fourth + x]);
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
