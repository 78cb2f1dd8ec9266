/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.Arrays;

/**
 * The lowest threshold at which a probability map has no region left: a set of 8-connected pixels
 * above the threshold and not smaller than the minimum area. The image is flagged at every
 * threshold below it and at none from it on.
 */
final class RegionLevel {
  private static final int NONE = -1;

  private final int width;
  private final int height;
  private final int[] parent;
  private final int[] area;

  private RegionLevel(int width, int height) {
    this.width = width;
    this.height = height;
    parent = new int[width * height];
    area = new int[width * height];
  }

  /**
   * Floods the map from its highest pixel downwards until the first region is large enough.
   *
   * @param map probabilities 0-1, (height, width) row by row
   * @param minimumArea of a region, in pixels
   * @return 0 if even the whole image is too small
   */
  static double of(float[] map, int width, int minimumArea) {
    if (map.length < minimumArea) {
      return 0;
    }
    // Few pixels of a map are high, so the first tries sort little.
    for (float floor = 0.5f; floor > 1e-3f; floor /= 2) {
      float level = new RegionLevel(width, map.length / width).flood(map, floor, minimumArea);
      if (level > 0) {
        return level;
      }
    }
    return Math.max(0, new RegionLevel(width, map.length / width).flood(map, -1, minimumArea));
  }

  private float flood(float[] map, float floor, int minimumArea) {
    Arrays.fill(parent, NONE);
    for (long entry : descending(map, floor)) {
      int pixel = (int) entry;
      parent[pixel] = pixel;
      area[pixel] = 1;
      if (joinNeighbors(pixel) >= minimumArea) {
        return map[pixel];
      }
    }
    return NONE;
  }

  /** Pixels above the floor as (inverted value, index), highest value first. */
  private static long[] descending(float[] map, float floor) {
    var entries = new long[map.length];
    int count = 0;
    for (int i = 0; i < map.length; i++) {
      if (map[i] > floor) {
        entries[count++] = (long) ~Float.floatToIntBits(map[i]) << Integer.SIZE | i;
      }
    }
    Arrays.sort(entries, 0, count);
    return Arrays.copyOf(entries, count);
  }

  /** Joins a pixel with its flooded neighbors; returns the area of what it belongs to then. */
  private int joinNeighbors(int pixel) {
    int x = pixel % width;
    int y = pixel / width;
    for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        if (parent[v * width + u] != NONE) {
          join(pixel, v * width + u);
        }
      }
    }
    return area[root(pixel)];
  }

  private void join(int a, int b) {
    int small = root(a);
    int large = root(b);
    if (small == large) {
      return;
    }
    if (area[small] > area[large]) {
      int other = small;
      small = large;
      large = other;
    }
    parent[small] = large;
    area[large] += area[small];
  }

  private int root(int pixel) {
    int at = pixel;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
