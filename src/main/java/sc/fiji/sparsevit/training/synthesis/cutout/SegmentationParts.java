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

  /** The largest step inside a part, and the largest that would still merge it. */
  private final float[] inside;

  private final float[] most;
  private final float scale;

  SegmentationParts(RgbRaster picture, float scale) {
    this.scale = scale;
    parent = new int[picture.pixels()];
    size = new int[parent.length];
    inside = new float[parent.length];
    most = new float[parent.length];
    Arrays.setAll(parent, i -> i);
    Arrays.fill(size, 1);
    Arrays.fill(most, scale);
    var edges = Edges.of(picture);
    int[] offsets = {1, picture.width(), picture.width() + 1, picture.width() - 1};
    int apart = 0;
    for (int i = 0; i < edges.sorted.length; i++) {
      int edge = edges.sorted[i];
      int a = root(edge >> 2);
      int b = root((edge >> 2) + offsets[edge & 3]);
      if (a == b) {
        continue;
      }
      if (edges.steps[i] <= Math.min(most[a], most[b])) {
        join(a, b, edges.steps[i]);
      } else {
        edges.sorted[apart++] = edge;
      }
    }
    for (int i = 0; i < apart; i++) {
      int edge = edges.sorted[i];
      int a = root(edge >> 2);
      int b = root((edge >> 2) + offsets[edge & 3]);
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
    most[large] = step + scale / size[large];
  }

  /**
   * Pairs of neighboring pixels with the distances between their colors, by these up to whole gray
   * levels. A pair is a pixel and a direction: right, down, down right, down left.
   */
  private record Edges(int[] sorted, float[] steps) {

    static Edges of(RgbRaster picture) {
      int width = picture.width();
      int height = picture.height();
      var edges = new int[4 * picture.pixels()];
      var steps = new float[edges.length];
      var starts = new int[STEPS + 1];
      int count = 0;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int pixel = y * width + x;
          boolean right = x < width - 1;
          boolean down = y < height - 1;
          if (right) {
            steps[count] = step(picture, pixel, pixel + 1);
            edges[count++] = pixel << 2;
          }
          if (down) {
            steps[count] = step(picture, pixel, pixel + width);
            edges[count++] = pixel << 2 | 1;
          }
          if (right && down) {
            steps[count] = step(picture, pixel, pixel + width + 1);
            edges[count++] = pixel << 2 | 2;
          }
          if (x > 0 && down) {
            steps[count] = step(picture, pixel, pixel + width - 1);
            edges[count++] = pixel << 2 | 3;
          }
        }
      }
      for (int i = 0; i < count; i++) {
        starts[level(steps[i]) + 1]++;
      }
      for (int i = 0; i < STEPS; i++) {
        starts[i + 1] += starts[i];
      }
      var sorted = new int[count];
      var sortedSteps = new float[count];
      for (int i = 0; i < count; i++) {
        int to = starts[level(steps[i])]++;
        sorted[to] = edges[i];
        sortedSteps[to] = steps[i];
      }
      return new Edges(sorted, sortedSteps);
    }

    private static int level(float step) {
      return Math.min(STEPS - 1, (int) step);
    }

    private static float step(RgbRaster picture, int a, int b) {
      byte[] samples = picture.samples();
      int pixels = picture.pixels();
      int red = (samples[a] & 255) - (samples[b] & 255);
      int green = (samples[pixels + a] & 255) - (samples[pixels + b] & 255);
      int blue = (samples[2 * pixels + a] & 255) - (samples[2 * pixels + b] & 255);
      return (float) Math.sqrt(red * red + green * green + blue * blue);
    }
  }
}
