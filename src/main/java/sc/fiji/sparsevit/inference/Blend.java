/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/**
 * Adds the windows of a look at an image, weighted, to a map of the image as it is. Where a pixel
 * is several in the look, their mean counts.
 *
 * @param map row by row
 */
record Blend(Look look, int width, int height, float[] map) {

  /**
   * Where a window lies, and how much its pixels count.
   *
   * @param x left edge in the look
   * @param y upper edge in the look
   * @param down weights of its rows; those beyond the image are left out
   * @param across weights of its columns, likewise
   */
  record WeightedWindow(int x, int y, float[] down, float[] across) {}

  /**
   * @param values of the window, row by row
   * @param start index of its first
   */
  void add(WeightedWindow window, float[] values, int start) {
    for (int j = 0; j < rows(window); j++) {
      int from = start + j * window.across.length;
      for (int i = 0; i < columns(window); i++) {
        map[place(window, i, j)] += weight(window, i, j) * values[from + i];
      }
    }
  }

  /**
   * What another map of the image shows there.
   *
   * @param other row by row, as the image is
   */
  void addOf(float[] other, WeightedWindow window) {
    for (int j = 0; j < rows(window); j++) {
      for (int i = 0; i < columns(window); i++) {
        int place = place(window, i, j);
        map[place] += weight(window, i, j) * other[place];
      }
    }
  }

  /** Whether another map of the image reaches a value in a window. */
  boolean reaches(double value, float[] other, WeightedWindow window) {
    for (int j = 0; j < rows(window); j++) {
      for (int i = 0; i < columns(window); i++) {
        if (other[place(window, i, j)] >= value) {
          return true;
        }
      }
    }
    return false;
  }

  private float weight(WeightedWindow window, int i, int j) {
    return window.down[j] * window.across[i] / (look.factor() * look.factor());
  }

  private int place(WeightedWindow window, int i, int j) {
    return look.place(window.x + i, window.y + j, width, height);
  }

  private int rows(WeightedWindow window) {
    return Math.min(window.down.length, look.factor() * height - window.y);
  }

  private int columns(WeightedWindow window) {
    return Math.min(window.across.length, look.factor() * width - window.x);
  }
}
