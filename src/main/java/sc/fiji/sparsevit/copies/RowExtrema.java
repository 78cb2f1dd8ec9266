/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * Finds the few pixels of a row that may be extrema: those that all four sides lie below, or above.
 * One thread's, for one plane after another of the same width.
 */
final class RowExtrema {

  private final int width;
  private final float[] above;
  private final float[] here;
  private final float[] below;
  private final float[] mixed;
  private final int[] columns;

  RowExtrema(int width) {
    this.width = width;
    above = new float[width];
    here = new float[width];
    below = new float[width];
    mixed = new float[width];
    columns = new int[width];
  }

  /**
   * Their columns; where a difference is tiny beside the others, a side may be beyond after all.
   *
   * @param y of a row that is neither the first nor the last
   * @param left of the first column to look at, at least 1
   * @param right after the last one, at most the width less 1
   * @return how many there are in {@link #column}
   */
  int find(float[] plane, int y, int left, int right) {
    System.arraycopy(plane, (y - 1) * width, above, 0, width);
    System.arraycopy(plane, y * width, here, 0, width);
    System.arraycopy(plane, (y + 1) * width, below, 0, width);
    mix(above, here, below, mixed);
    int count = 0;
    for (int x = left; x < right; x++) {
      if (mixed[x] >= 0) {
        columns[count++] = x;
      }
    }
    return count;
  }

  int column(int i) {
    return columns[i];
  }

  /** 0 where all differences have one sign: their sum is then as large as that of their sizes. */
  private static void mix(float[] above, float[] here, float[] below, float[] mixed) {
    for (int x = 1; x < here.length - 1; x++) {
      float up = here[x] - above[x];
      float down = here[x] - below[x];
      float left = here[x] - here[x - 1];
      float right = here[x] - here[x + 1];
      mixed[x] =
          Math.abs(up + down + left + right)
              - (Math.abs(up) + Math.abs(down) + Math.abs(left) + Math.abs(right));
    }
  }
}
