/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

import java.util.Arrays;

/**
 * A plane of gray levels whose 16x16 patches are compared, every second pixel of every second row.
 * Beyond its edges it repeats the pixels at the edges.
 */
final class PatchPlane {

  private static final int SIDE = 8;
  private static final int STEP = 2;
  private static final int SAMPLES = SIDE * SIDE;

  /** Samples lie 7, 5, 3 and 1 pixels to either side of a patch's center. */
  private static final int BEFORE = 7;

  private static final int MARGIN = 8;

  /** Variance of noise, in gray levels squared: below it, likeness means nothing. */
  private static final float NOISE = 1;

  private final int height;
  private final int width;
  private final int stride;
  private final float[] padded;

  /**
   * @param plane height x width gray levels, row by row
   */
  PatchPlane(float[] plane, int height, int width) {
    this.height = height;
    this.width = width;
    stride = width + 2 * MARGIN;
    padded = new float[(height + 2 * MARGIN) * stride];
    for (int y = 0; y < height + 2 * MARGIN; y++) {
      int row = Math.min(height - 1, Math.max(0, y - MARGIN)) * width;
      int start = y * stride;
      System.arraycopy(plane, row, padded, start + MARGIN, width);
      for (int x = 0; x < MARGIN; x++) {
        padded[start + x] = plane[row];
        padded[start + MARGIN + width + x] = plane[row + width - 1];
      }
    }
  }

  /**
   * One patch.
   *
   * @param samples without their mean
   * @param length of these as a vector, noise included
   */
  record ComparedPatch(float[] samples, float length) {

    /** Of the gray levels. */
    float variance() {
      return Math.max(0, length * length / SAMPLES - NOISE);
    }

    /** -1 to 1; near 0 where both are flat. */
    float correlation(ComparedPatch other) {
      float products = 0;
      for (int i = 0; i < SAMPLES; i++) {
        products += samples[i] * other.samples[i];
      }
      return products / (length * other.length);
    }
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  boolean contains(int y, int x) {
    return y >= 0 && y < height && x >= 0 && x < width;
  }

  /** The patch around (y, x). */
  ComparedPatch at(int y, int x) {
    var samples = new float[SAMPLES];
    float sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      samples[i] = padded[corner(y, x) + i / SIDE * STEP * stride + i % SIDE * STEP];
      sum += samples[i];
    }
    float squares = 0;
    for (int i = 0; i < SAMPLES; i++) {
      samples[i] -= sum / SAMPLES;
      squares += samples[i] * samples[i];
    }
    return new ComparedPatch(samples, (float) Math.sqrt(squares + SAMPLES * NOISE));
  }

  /** The lengths of the patches around all pixels, row by row. */
  float[] lengths() {
    // Running sums over every second value, first along the rows, then down the columns. What ends
    // at a sample belongs to the patch whose center is 7 pixels above and to the left of it. Of the
    // sums along rows, only those of the rows of a patch are kept.
    var lengths = new float[height * width];
    var lines = new Line[SIDE * STEP];
    Arrays.setAll(lines, i -> new Line(new double[stride], new double[stride]));
    var sum = new double[STEP * stride];
    var square = new double[STEP * stride];
    var line = new Line(new double[stride], new double[stride]);
    for (int y = 0; y < height + 2 * MARGIN; y++) {
      var leaving = lines[y % lines.length];
      var above = lines[(y + lines.length - 1) % lines.length];
      line.fill(padded, y * stride, above);
      int parity = y % STEP * stride;
      for (int x = MARGIN + BEFORE; x < MARGIN + BEFORE + width; x++) {
        sum[parity + x] += line.sums[x] - leaving.sums[x];
        square[parity + x] += line.squares[x] - leaving.squares[x];
      }
      if (y >= MARGIN + BEFORE && y < MARGIN + BEFORE + height) {
        int center = (y - MARGIN - BEFORE) * width - MARGIN - BEFORE;
        for (int x = MARGIN + BEFORE; x < MARGIN + BEFORE + width; x++) {
          double total = sum[parity + x];
          double deviations = Math.max(0, square[parity + x] - total * total / SAMPLES);
          lengths[center + x] = (float) Math.sqrt(deviations + SAMPLES * NOISE);
        }
      }
      lines[y % lines.length] = line;
      line = leaving;
    }
    return lengths;
  }

  /** Sums of the eight values that end at each place of a row, and of their squares. */
  private record Line(double[] sums, double[] squares) {

    /**
     * @param start of the row
     * @param above the row before, where sums that begin in it are continued
     */
    void fill(float[] values, int start, Line above) {
      int end = sums.length - STEP;
      for (int x = 0; x < sums.length; x++) {
        double entering = values[start + x];
        double leaving = start + x < SIDE * STEP ? 0 : values[start + x - SIDE * STEP];
        double sum = x < STEP ? above.sums[end + x] : sums[x - STEP];
        double square = x < STEP ? above.squares[end + x] : squares[x - STEP];
        sums[x] = entering - leaving + sum;
        squares[x] = entering * entering - leaving * leaving + square;
      }
    }
  }

  /** The correlation of a patch with the one around (y, x) of a known length. */
  float correlation(ComparedPatch patch, int y, int x, float length) {
    float[] a = patch.samples;
    float[] b = padded;
    float products = 0;
    int j = corner(y, x);
    for (int i = 0; i < SAMPLES; i += SIDE) {
      products +=
          a[i] * b[j]
              + a[i + 1] * b[j + 2]
              + a[i + 2] * b[j + 4]
              + a[i + 3] * b[j + 6]
              + a[i + 4] * b[j + 8]
              + a[i + 5] * b[j + 10]
              + a[i + 6] * b[j + 12]
              + a[i + 7] * b[j + 14];
      j += STEP * stride;
    }
    return products / (patch.length * length);
  }

  private int corner(int y, int x) {
    return (y + MARGIN - BEFORE) * stride + x + MARGIN - BEFORE;
  }
}
