/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where two parts touch without a gutter: the pictures' neighboring rows are alike, but not
 * across the seam, and that all along it.
 */
final class Seams {
  /** Number of pixels of a row that are averaged, that noise does not look like a step. */
  private static final int WINDOW = 8;

  /** A step is larger than this, in levels. */
  private static final float STEP = 4;

  /** And this many times as large as any other nearby. */
  private static final float RATIO = 2;

  private static final int NEARBY = 3;

  private Seams() {}

  static List<Cut> find(Plane plane, Rectangle area, double least) {
    int windows = Math.max(1, area.width / WINDOW);
    float[][] means = new float[area.height][];
    for (int row = 0; row < area.height; row++) {
      means[row] = means(plane, area, area.y + row, windows);
    }
    double[] shares = new double[area.height];
    for (int row = NEARBY; row < area.height - NEARBY; row++) {
      shares[row] =
          Math.max(
              Math.max(share(means, row, 1, NEARBY), line(means, row) - 0.15f),
              share(means, row, 3, 1) - 0.2);
    }
    double enough = least + 1 / Math.sqrt(windows);
    var found = new ArrayList<Cut>();
    for (int row = 1; row < area.height - 1; row++) {
      if (shares[row] >= enough
          && shares[row] >= shares[row - 1]
          && shares[row] > shares[row + 1]) {
        found.add(new Cut(row, row, shares[row], Cut.NO_COLOR));
      }
    }
    return found;
  }

  private static double share(float[][] means, int row, int width, int nearby) {
    int windows = means[row].length / 3;
    int above = row - 1 - (width - 1) / 2;
    int sharp = 0;
    for (int window = 0; window < windows; window++) {
      float step = step(means, above, width, window);
      if (step <= STEP * (1 + width) / 2) {
        continue;
      }
      float other = 0;
      for (int i = 0; i < nearby; i++) {
        other = Math.max(other, step(means, above - (i + 1) * width, width, window));
        other = Math.max(other, step(means, above + (i + 1) * width, width, window));
      }
      if (step > RATIO * other) {
        sharp++;
      }
    }
    return sharp / (double) windows;
  }

  /** The share of windows in which a row is lighter than what is above and below, or darker. */
  private static double line(float[][] means, int row) {
    if (row < 5 || row + 5 >= means.length) {
      return 0;
    }
    int windows = means[row].length / 3;
    int light = 0;
    int dark = 0;
    for (int window = 0; window < windows; window++) {
      float other = 0;
      for (int i = 2; i < 5; i++) {
        other = Math.max(other, step(means, row - i - 1, 1, window));
        other = Math.max(other, step(means, row + i, 1, window));
      }
      int green = 3 * window + 1;
      float above = means[row][green] - means[row - 2][green];
      float below = means[row][green] - means[row + 2][green];
      float least = Math.max(2 * STEP, RATIO * other);
      light += above > least && below > least ? 1 : 0;
      dark += above < -least && below < -least ? 1 : 0;
    }
    return Math.max(light, dark) / (double) windows;
  }

  /** From a row to another below it, in the color that differs most. */
  private static float step(float[][] means, int row, int width, int window) {
    if (row < 0 || row + width >= means.length) {
      return 0;
    }
    float step = 0;
    for (int i = 3 * window; i < 3 * window + 3; i++) {
      step = Math.max(step, Math.abs(means[row + width][i] - means[row][i]));
    }
    return step;
  }

  /** Red, green and blue of each window of a row. */
  private static float[] means(Plane plane, Rectangle area, int y, int windows) {
    float[] means = new float[3 * windows];
    for (int window = 0; window < windows; window++) {
      int from = area.x + (int) ((long) area.width * window / windows);
      int to = area.x + (int) ((long) area.width * (window + 1) / windows);
      for (int x = from; x < to; x++) {
        int color = plane.at(x, y);
        means[3 * window] += color >> 16 & 255;
        means[3 * window + 1] += color >> 8 & 255;
        means[3 * window + 2] += color & 255;
      }
      for (int i = 3 * window; i < 3 * window + 3; i++) {
        means[i] /= to - from;
      }
    }
    return means;
  }
}
