/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.cutout;

import java.util.Arrays;
import sc.fiji.sparsevit.raster.RgbRaster;

/** Sets of pixels that are merged in the order of the steps between them. */
final class SegmentationParts {

  private static final int STEPS = 512;

  private static final int SMALLEST = 40;

  private final int[] parent;
  private final int[] size;
  private final float[] inside;

  SegmentationParts(RgbRaster picture, float scale) {
    parent = new int[picture.pixels()];
    size = new int[parent.length];
    inside = new float[parent.length];
    Arrays.setAll(parent, i -> i);
    Arrays.fill(size, 1);
    int[] edges = sortedEdges(picture);
    for (int edge : edges) {
      int a = root(edge >> 2);
      int b = root(other(edge, picture.width()));
      if (a != b) {
        float step = step(picture, edge);
        if (step <= Math.min(inside[a] + scale / size[a], inside[b] + scale / size[b])) {
          join(a, b, step);
        }
      }
    }
    for (int edge : edges) {
      int a = root(edge >> 2);
      int b = root(other(edge, picture.width()));
      if (a != b && Math.min(size[a], size[b]) < SMALLEST) {
        join(a, b, inside[a]);
      }
    }
  }

  int[] labels() {
    var labels = new int[parent.length];
    Arrays.setAll(labels, this::root);
    return labels;
  }

  private int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void join(int a, int b, float step) {
    int large = size[a] >= size[b] ? a : b;
    int small = large == a ? b : a;
    parent[small] = large;
    size[large] += size[small];
    inside[large] = step;
  }

  /** An edge is a pixel and a direction: right, down, down right, down left. */
  private static int other(int edge, int width) {
    int pixel = edge >> 2;
    return switch (edge & 3) {
      case 0 -> pixel + 1;
      case 1 -> pixel + width;
      case 2 -> pixel + width + 1;
      default -> pixel + width - 1;
    };
  }

  private static float step(RgbRaster picture, int edge) {
    int a = edge >> 2;
    int b = other(edge, picture.width());
    int pixels = picture.pixels();
    int squares = 0;
    for (int c = 0; c < RgbRaster.CHANNELS; c++) {
      int difference =
          (picture.samples()[c * pixels + a] & 255) - (picture.samples()[c * pixels + b] & 255);
      squares += difference * difference;
    }
    return (float) Math.sqrt(squares);
  }

  private static int[] sortedEdges(RgbRaster picture) {
    int width = picture.width();
    int height = picture.height();
    var starts = new int[STEPS + 1];
    var edges = new int[4 * picture.pixels()];
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = (y * width + x) << 2;
        boolean right = x < width - 1;
        boolean down = y < height - 1;
        if (right) {
          edges[count++] = pixel;
        }
        if (down) {
          edges[count++] = pixel | 1;
        }
        if (right && down) {
          edges[count++] = pixel | 2;
        }
        if (x > 0 && down) {
          edges[count++] = pixel | 3;
        }
      }
    }
    var steps = new int[count];
    for (int i = 0; i < count; i++) {
      steps[i] = Math.min(STEPS - 1, (int) step(picture, edges[i]));
      starts[steps[i] + 1]++;
    }
    for (int i = 0; i < STEPS; i++) {
      starts[i + 1] += starts[i];
    }
    var sorted = new int[count];
    for (int i = 0; i < count; i++) {
      sorted[starts[steps[i]]++] = edges[i];
    }
    return sorted;
  }
}
