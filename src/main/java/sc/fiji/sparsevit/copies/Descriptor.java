/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * Histograms of gradient directions in 4x4 cells around a place, in the frame of its own scale and
 * direction (Lowe, 2004), of length 1 and as square roots (Arandjelovic and Zisserman, 2012): the
 * distance of two is that of Hellinger.
 */
final class Descriptor {

  private static final int CELLS = 4;
  private static final int BINS = 8;
  static final int LENGTH = CELLS * CELLS * BINS;

  /** A cell's side in sigmas. */
  private static final double CELL = 3;

  /** Keeps single strong edges from ruling everything else. */
  private static final float LARGEST = 0.2f;

  /** Square roots of a unit vector's shares are at most 1, nearly always below a half. */
  private static final float UNIT = 512;

  private Descriptor() {}

  static byte[] of(
      float[] level, int width, int height, KeypointDetector.Extremum at, double angle) {
    double cell = CELL * at.sigma();
    double reach = cell * Math.sqrt(2) * (CELLS + 1) / 2;
    // From about a pixel of blur on, every second pixel tells as much.
    int step = at.sigma() > 1.05 ? 2 : 1;
    int radius = (int) Math.round(reach);
    int cx = (int) Math.round(at.x());
    int cy = (int) Math.round(at.y());
    float offsetX = (float) (cx - at.x());
    float offsetY = (float) (cy - at.y());
    float cos = (float) (Math.cos(angle) / cell);
    float sin = (float) (Math.sin(angle) / cell);
    float turned = (float) angle;
    // Cells beyond the border catch what is shared with them and are left out in the end.
    var sums = new float[(CELLS + 2) * (CELLS + 2) * BINS];
    int top = Math.max(-radius, 1 - cy);
    int bottom = Math.min(radius, height - 2 - cy);
    int left = Math.max(-radius, 1 - cx);
    int right = Math.min(radius, width - 2 - cx);
    for (int dy = top; dy <= bottom; dy += step) {
      float py = dy + offsetY;
      // The turned square's own columns of this row
      float reachX = Math.min(reach(cos, sin * py), reach(-sin, cos * py));
      float leastX = Math.max(-reach(-cos, sin * py), -reach(sin, cos * py));
      int end = (int) Math.min(right, reachX - offsetX + 1);
      int skipped = (int) Math.max(0, leastX - offsetX - 1 - left) / step * step;
      for (int dx = left + skipped; dx <= end; dx += step) {
        float px = dx + offsetX;
        float u = cos * px + sin * py;
        float v = cos * py - sin * px;
        float column = u + CELLS / 2f + 0.5f;
        float row = v + CELLS / 2f + 0.5f;
        if (!(column > 0 && row > 0 && column < CELLS + 1 && row < CELLS + 1)) {
          continue;
        }
        int i = (cy + dy) * width + cx + dx;
        float gx = level[i + 1] - level[i - 1];
        float gy = level[i + width] - level[i - width];
        float magnitude = (float) Math.sqrt(gx * gx + gy * gy) * falloff(u * u + v * v);
        float direction = Angles.atan2(gy, gx) - turned + Angles.TURN;
        add(sums, row, column, direction * (BINS / Angles.TURN), magnitude);
      }
    }
    return rooted(sums);
  }

  /** The largest x for which slope x + start lies within the cells and their border. */
  private static float reach(float slope, float start) {
    float half = (CELLS + 1) / 2f;
    return Math.abs(slope) < 1e-6f
        ? Float.MAX_VALUE
        : (half - Math.signum(slope) * start) / Math.abs(slope);
  }

  /** exp(-r^2 / 8), a Gaussian of half the descriptor's width, nearly: 0 at r = 4. */
  private static float falloff(float square) {
    float t = 1 - square / 32;
    float t2 = t * t;
    return t2 * t2;
  }

  private static void add(float[] sums, float row, float column, float bin, float magnitude) {
    int r = (int) row;
    int c = (int) column;
    int b = (int) bin;
    float down = row - r;
    float right = column - c;
    float on = bin - b;
    int b0 = b & BINS - 1;
    int b1 = b + 1 & BINS - 1;
    int i = (r * (CELLS + 2) + c) * BINS;
    int below = i + (CELLS + 2) * BINS;
    float lower = magnitude * down;
    float upper = magnitude - lower;
    float upperRight = upper * right;
    float upperLeft = upper - upperRight;
    float lowerRight = lower * right;
    float lowerLeft = lower - lowerRight;
    sums[i + b0] += upperLeft * (1 - on);
    sums[i + b1] += upperLeft * on;
    sums[i + BINS + b0] += upperRight * (1 - on);
    sums[i + BINS + b1] += upperRight * on;
    sums[below + b0] += lowerLeft * (1 - on);
    sums[below + b1] += lowerLeft * on;
    sums[below + BINS + b0] += lowerRight * (1 - on);
    sums[below + BINS + b1] += lowerRight * on;
  }

  private static byte[] rooted(float[] sums) {
    var inner = new float[LENGTH];
    for (int row = 0; row < CELLS; row++) {
      System.arraycopy(
          sums, ((row + 1) * (CELLS + 2) + 1) * BINS, inner, row * CELLS * BINS, CELLS * BINS);
    }
    float square = 0;
    for (float value : inner) {
      square += value * value;
    }
    float largest = LARGEST * (float) Math.sqrt(square);
    float sum = 1e-12f;
    for (int i = 0; i < LENGTH; i++) {
      inner[i] = Math.min(inner[i], largest);
      sum += inner[i];
    }
    var descriptor = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      descriptor[i] = (byte) Math.min(255, (int) (UNIT * Math.sqrt(inner[i] / sum) + 0.5));
    }
    return descriptor;
  }

  /**
   * What the mirrored picture would have given: cells change sides across the direction of the
   * keypoint, and directions turn the other way.
   */
  static byte[] mirrored(byte[] descriptor) {
    var mirrored = new byte[LENGTH];
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        int from = (row * CELLS + column) * BINS;
        int to = ((CELLS - 1 - row) * CELLS + column) * BINS;
        for (int bin = 0; bin < BINS; bin++) {
          mirrored[to + (BINS - bin & BINS - 1)] = descriptor[from + bin];
        }
      }
    }
    return mirrored;
  }

  /**
   * What the negative of the picture would have given: gradients and the direction of the keypoint
   * turn around, so that only the cells change places.
   */
  static byte[] inverted(byte[] descriptor) {
    var inverted = new byte[LENGTH];
    for (int cell = 0; cell < CELLS * CELLS; cell++) {
      System.arraycopy(descriptor, cell * BINS, inverted, LENGTH - (cell + 1) * BINS, BINS);
    }
    return inverted;
  }

  /** Squared distance, 0 (the same) to 2 (nothing in common). */
  static float distance(byte[] one, byte[] other) {
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      int difference = (one[i] & 255) - (other[i] & 255);
      sum += difference * difference;
    }
    return sum / (UNIT * UNIT);
  }
}
