/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.inpainting;

import java.util.Arrays;
import java.util.PriorityQueue;

/** The narrow band between known and unknown, and the distance of every pixel from the border. */
final class FillFront {

  private static final float UNREACHED = 1e6f;

  final int width;
  final int height;
  final float[] distance;
  private final boolean[] known;
  private final boolean[] hole;
  private final PriorityQueue<Arrival> band = new PriorityQueue<>();

  FillFront(int width, int height, boolean[] hole) {
    this.width = width;
    this.height = height;
    this.hole = hole;
    known = new boolean[hole.length];
    distance = new float[hole.length];
    Arrays.fill(distance, UNREACHED);
    for (int i = 0; i < hole.length; i++) {
      known[i] = !hole[i];
      if (known[i]) {
        distance[i] = 0;
        if (bordersHole(i)) {
          band.add(new Arrival(0, i));
        }
      }
    }
  }

  /** The nearest pixel not yet treated, or -1. */
  int next() {
    while (!band.isEmpty()) {
      var nearest = band.poll();
      if (!known[nearest.pixel] || !hole[nearest.pixel]) {
        return nearest.pixel;
      }
    }
    return -1;
  }

  boolean isHole(int pixel) {
    return hole[pixel];
  }

  boolean isKnown(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && known[y * width + x];
  }

  void advance(int pixel) {
    known[pixel] = true;
    int x = pixel % width;
    int y = pixel / width;
    reach(x - 1, y);
    reach(x + 1, y);
    reach(x, y - 1);
    reach(x, y + 1);
  }

  private void reach(int x, int y) {
    if (x < 0 || y < 0 || x >= width || y >= height || known[y * width + x]) {
      return;
    }
    float arrival = eikonal(smaller(x - 1, y, x + 1, y), smaller(x, y - 1, x, y + 1));
    int pixel = y * width + x;
    if (arrival < distance[pixel]) {
      distance[pixel] = arrival;
      band.add(new Arrival(arrival, pixel));
    }
  }

  private static float eikonal(float a, float b) {
    float difference = Math.abs(a - b);
    return difference >= 1
        ? Math.min(a, b) + 1
        : (a + b + (float) Math.sqrt(2 - difference * difference)) / 2;
  }

  private float smaller(int x1, int y1, int x2, int y2) {
    return Math.min(knownDistance(x1, y1), knownDistance(x2, y2));
  }

  private float knownDistance(int x, int y) {
    return isKnown(x, y) ? distance[y * width + x] : UNREACHED;
  }

  private boolean bordersHole(int pixel) {
    int x = pixel % width;
    return x > 0 && hole[pixel - 1]
        || x < width - 1 && hole[pixel + 1]
        || pixel >= width && hole[pixel - width]
        || pixel < hole.length - width && hole[pixel + width];
  }

  private record Arrival(float distance, int pixel) implements Comparable<Arrival> {
    @Override
    public int compareTo(Arrival other) {
      int order = Float.compare(distance, other.distance);
      return order != 0 ? order : Integer.compare(pixel, other.pixel);
    }
  }
}
