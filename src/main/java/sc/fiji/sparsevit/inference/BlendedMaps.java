/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/**
 * Maps of an image's size that windows are blended into: one until some window is seen otherwise.
 */
final class BlendedMaps {

  private final int width;
  private final int height;
  private final float[] first;
  private float[] joined;

  BlendedMaps(int width, int height) {
    this.width = width;
    this.height = height;
    first = new float[Math.multiplyExact(width, height)];
    joined = first;
  }

  /**
   * @param seen in a batch of windows
   * @param from index of the window's first value
   * @param down weights of its rows
   * @param across weights of its columns
   * @param x of the window in the image; what reaches beyond the image is left out
   */
  void add(Seen seen, int from, float[] down, float[] across, int x, int y) {
    if (joined == first && seen.joined() != seen.first()) {
      joined = first.clone();
    }
    add(seen.first(), from, down, across, first, x, y);
    if (joined != first) {
      add(seen.joined(), from, down, across, joined, x, y);
    }
  }

  Seen seen() {
    return new Seen(joined, first);
  }

  private void add(
      float[] window, int start, float[] down, float[] across, float[] map, int x, int y) {
    int rows = Math.min(down.length, height - y);
    int columns = Math.min(across.length, width - x);
    for (int j = 0; j < rows; j++) {
      int from = start + j * across.length;
      int to = (y + j) * width + x;
      for (int i = 0; i < columns; i++) {
        map[to + i] += down[j] * across[i] * window[from + i];
      }
    }
  }
}
