/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/** Squares slid over small masks, and what hangs together in them. */
final class Morphology {

  private Morphology() {}

  /** True where a pixel of the mask lies within a square of 2 radius + 1. */
  static boolean[] dilated(boolean[] mask, int width, int height, int radius) {
    return counted(mask, width, height, radius, false);
  }

  /** True where the whole square of 2 radius + 1 lies in the mask; beyond the edge it goes on. */
  static boolean[] eroded(boolean[] mask, int width, int height, int radius) {
    return counted(mask, width, height, radius, true);
  }

  /** Without what is thinner than the square. */
  static boolean[] opened(boolean[] mask, int width, int height, int radius) {
    return dilated(eroded(mask, width, height, radius), width, height, radius);
  }

  private static boolean[] counted(boolean[] mask, int width, int height, int radius, boolean all) {
    var columns = new int[width];
    var result = new boolean[mask.length];
    for (int y = 0; y < Math.min(radius, height); y++) {
      add(mask, y * width, 1, columns);
    }
    for (int y = 0; y < height; y++) {
      if (y + radius < height) {
        add(mask, (y + radius) * width, 1, columns);
      }
      if (y > radius) {
        add(mask, (y - radius - 1) * width, -1, columns);
      }
      int rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
      int sum = 0;
      for (int x = 0; x < Math.min(radius, width); x++) {
        sum += columns[x];
      }
      for (int x = 0; x < width; x++) {
        sum += x + radius < width ? columns[x + radius] : 0;
        sum -= x > radius ? columns[x - radius - 1] : 0;
        int most = rows * (Math.min(width, x + radius + 1) - Math.max(0, x - radius));
        result[y * width + x] = all ? sum == most : sum > 0;
      }
    }
    return result;
  }

  private static void add(boolean[] mask, int from, int sign, int[] columns) {
    for (int x = 0; x < columns.length; x++) {
      columns[x] += mask[from + x] ? sign : 0;
    }
  }

  /** With its holes: what the edge of the plane cannot reach around it. */
  static boolean[] filled(boolean[] mask, int width, int height) {
    var edge = new boolean[mask.length];
    var free = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      int x = i % width;
      edge[i] = x == 0 || x == width - 1 || i < width || i >= mask.length - width;
      free[i] = !mask[i];
    }
    boolean[] outside = connected(free, edge, width);
    var filled = new boolean[mask.length];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = !outside[i];
    }
    return filled;
  }

  /** The pixels of a mask that are connected with one of the seeds. */
  static boolean[] connected(boolean[] mask, boolean[] seeds, int width) {
    var connected = new boolean[mask.length];
    var stack = new int[mask.length];
    int size = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] && seeds[i]) {
        connected[i] = true;
        stack[size++] = i;
      }
    }
    while (size > 0) {
      int i = stack[--size];
      for (int side = 0; side < 4; side++) {
        int next = beside(i, side, width, mask.length);
        if (next >= 0 && mask[next] && !connected[next]) {
          connected[next] = true;
          stack[size++] = next;
        }
      }
    }
    return connected;
  }

  /** The largest of a mask's connected parts, all false if it is empty. */
  static boolean[] largest(boolean[] mask, int width) {
    var part = new int[mask.length];
    var stack = new int[mask.length];
    int parts = 0;
    int largest = 0;
    int most = 0;
    for (int start = 0; start < mask.length; start++) {
      if (!mask[start] || part[start] > 0) {
        continue;
      }
      part[start] = ++parts;
      stack[0] = start;
      int size = 1;
      int area = 0;
      while (size > 0) {
        int i = stack[--size];
        area++;
        for (int side = 0; side < 4; side++) {
          int next = beside(i, side, width, mask.length);
          if (next >= 0 && mask[next] && part[next] == 0) {
            part[next] = parts;
            stack[size++] = next;
          }
        }
      }
      if (area > most) {
        most = area;
        largest = parts;
      }
    }
    var mostly = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      mostly[i] = largest > 0 && part[i] == largest;
    }
    return mostly;
  }

  /** The pixel on one of the four sides of another; negative if there is none. */
  private static int beside(int i, int side, int width, int length) {
    int x = i % width;
    return switch (side) {
      case 0 -> x < width - 1 ? i + 1 : -1;
      case 1 -> x > 0 ? i - 1 : -1;
      case 2 -> i + width < length ? i + width : -1;
      default -> i - width;
    };
  }

  /** Pixels of a mask. */
  static int count(boolean[] mask) {
    int count = 0;
    for (boolean pixel : mask) {
      count += pixel ? 1 : 0;
    }
    return count;
  }
}
