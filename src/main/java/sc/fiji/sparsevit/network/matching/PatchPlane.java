/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

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
    int reach = SIDE * STEP;
    // Running sums over every second value, first along the rows, then down the columns. What ends
    // at a sample belongs to the patch whose center is 7 pixels above and to the left of it.
    var sums = new double[padded.length];
    var squares = new double[padded.length];
    for (int i = 0; i < padded.length; i++) {
      double entering = padded[i];
      double leaving = i < reach ? 0 : padded[i - reach];
      sums[i] = entering - leaving + (i < STEP ? 0 : sums[i - STEP]);
      squares[i] = entering * entering - leaving * leaving + (i < STEP ? 0 : squares[i - STEP]);
    }
    return lengths(sums, squares);
  }

  private float[] lengths(double[] sums, double[] squares) {
    var lengths = new float[height * width];
    var sum = new double[STEP * stride];
    var square = new double[STEP * stride];
    int behind = SIDE * STEP * stride;
    for (int y = 0; y < height + 2 * MARGIN; y++) {
      int row = y * stride;
      int parity = y % STEP * stride;
      int center = (y - MARGIN - BEFORE) * width - MARGIN - BEFORE;
      for (int x = MARGIN + BEFORE; x < MARGIN + BEFORE + width; x++) {
        int i = row + x;
        sum[parity + x] += sums[i] - (i < behind ? 0 : sums[i - behind]);
        square[parity + x] += squares[i] - (i < behind ? 0 : squares[i - behind]);
        if (y >= MARGIN + BEFORE && y < MARGIN + BEFORE + height) {
          double total = sum[parity + x];
          double deviations = Math.max(0, square[parity + x] - total * total / SAMPLES);
          lengths[center + x] = (float) Math.sqrt(deviations + SAMPLES * NOISE);
        }
      }
    }
    return lengths;
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
