/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.Rectangle;
import java.util.Arrays;

/**
 * What the rows of an area look like: gutters and margins are rows of a single color.
 *
 * @param plane that the area lies in
 * @param area of which every row is described
 * @param medians each row's median color, packed
 * @param spreads how far from it 90 % of the row's pixels lie at most, 0 to 255
 */
record Lines(Plane plane, Rectangle area, int[] medians, int[] spreads) {
  /** What a label or a few letters cover of a gutter does not count. */
  private static final double SHARE = 0.9;

  /** So many pixels tell as much of a row as all of them. */
  private static final int SAMPLES = 1024;

  static Lines of(Plane plane, Rectangle area) {
    int[] medians = new int[area.height];
    int[] spreads = new int[area.height];
    int[][] counts = new int[3][256];
    for (int row = 0; row < area.height; row++) {
      int total = count(plane, area, area.y + row, counts);
      for (int channel = 0; channel < 3; channel++) {
        int median = median(counts[channel], total);
        medians[row] = medians[row] << 8 | median;
        spreads[row] = Math.max(spreads[row], spread(counts[channel], median, total));
      }
    }
    return new Lines(plane, area, medians, spreads);
  }

  private static int count(Plane plane, Rectangle area, int y, int[][] counts) {
    for (int[] channel : counts) {
      Arrays.fill(channel, 0);
    }
    int step = Math.max(1, area.width / SAMPLES);
    int total = 0;
    for (int x = area.x; x < area.x + area.width; x += step) {
      int color = plane.at(x, y);
      counts[0][color >> 16 & 255]++;
      counts[1][color >> 8 & 255]++;
      counts[2][color & 255]++;
      total++;
    }
    return total;
  }

  private static int median(int[] counts, int total) {
    int value = 0;
    for (int below = counts[0]; 2 * below < total; below += counts[value]) {
      value++;
    }
    return value;
  }

  private static int spread(int[] counts, int median, int total) {
    int spread = 0;
    int within = counts[median];
    while (within < SHARE * total) {
      spread++;
      within += median - spread >= 0 ? counts[median - spread] : 0;
      within += median + spread < 256 ? counts[median + spread] : 0;
    }
    return spread;
  }

  int count() {
    return area.height;
  }

  /**
   * The share of a row's pixels that differ from a color.
   *
   * @param row from the area's top
   * @param tolerance up to which it counts as the same, 0 to 255
   */
  double differing(int row, int color, int tolerance) {
    int differing = 0;
    for (int x = area.x; x < area.x + area.width; x++) {
      if (Plane.distance(plane.at(x, area.y + row), color) > tolerance) {
        differing++;
      }
    }
    return differing / (double) area.width;
  }
}
