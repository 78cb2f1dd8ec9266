/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * Hartley's transformation of all columns of a plane (Bracewell, 1984), many of them beside one
 * another in vector instructions.
 */
final class Hartley {

  /** Columns beside one another: so many of a tall plane fit into the processor's memory. */
  private static final int STRIP = 64;

  private final float[] plane;
  private final int width;
  private final int height;
  private final float[] cosines;
  private final float[] sines;

  private Hartley(float[] plane, int width, int height) {
    this.plane = plane;
    this.width = width;
    this.height = height;
    cosines = new float[height];
    sines = new float[height];
    for (int i = 0; i < height; i++) {
      cosines[i] = (float) Math.cos(2 * Math.PI * i / height);
      sines[i] = (float) Math.sin(2 * Math.PI * i / height);
    }
  }

  /**
   * Each column in place; the same once more gives it back, times the height.
   *
   * @param height a power of 2
   */
  static void transformColumns(float[] plane, int width, int height) {
    var hartley = new Hartley(plane, width, height);
    for (int left = 0; left < width; left += STRIP) {
      hartley.transform(left, Math.min(STRIP, width - left));
    }
  }

  private void transform(int left, int count) {
    var rows = new float[height][];
    int shift = Integer.numberOfLeadingZeros(height) + 1;
    for (int y = 0; y < height; y++) {
      var row = new float[count];
      System.arraycopy(plane, y * width + left, row, 0, count);
      // In the order in which halves of halves are joined
      rows[height == 1 ? 0 : Integer.reverse(y) >>> shift] = row;
    }
    for (int half = 1; half < height; half *= 2) {
      for (int start = 0; start < height; start += 2 * half) {
        join(rows, start, half);
      }
    }
    for (int y = 0; y < height; y++) {
      System.arraycopy(rows[y], 0, plane, y * width + left, count);
    }
  }

  /** Two halves' transformations to that of the whole. */
  private void join(float[][] rows, int start, int half) {
    add(rows[start], rows[start + half]);
    if (half > 1) {
      add(rows[start + half / 2], rows[start + half + half / 2]);
    }
    int step = height / (2 * half);
    for (int i = 1; i < half / 2; i++) {
      turn(
          rows[start + i],
          rows[start + half - i],
          rows[start + half + i],
          rows[start + 2 * half - i],
          cosines[i * step],
          sines[i * step]);
    }
  }

  private static void add(float[] even, float[] odd) {
    for (int x = 0; x < even.length; x++) {
      float sum = even[x] + odd[x];
      odd[x] = even[x] - odd[x];
      even[x] = sum;
    }
  }

  /** A frequency and the one opposite, each from both of the odd half. */
  private static void turn(
      float[] even, float[] evenOpposite, float[] odd, float[] oddOpposite, float cos, float sin) {
    for (int x = 0; x < even.length; x++) {
      float turned = cos * odd[x] + sin * oddOpposite[x];
      float turnedOpposite = sin * odd[x] - cos * oddOpposite[x];
      odd[x] = even[x] - turned;
      even[x] = even[x] + turned;
      oddOpposite[x] = evenOpposite[x] - turnedOpposite;
      evenOpposite[x] = evenOpposite[x] + turnedOpposite;
    }
  }
}
