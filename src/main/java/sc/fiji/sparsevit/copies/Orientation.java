/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.List;

/** The directions in which the gray levels around a place change most. */
final class Orientation {

  private static final int BINS = 36;
  private static final double WINDOW = 1.5;

  /** A second direction counts from this share of the first. */
  private static final float SECOND = 0.8f;

  private Orientation() {}

  /** One or two directions in radians. */
  static List<Double> of(float[] level, int width, int height, KeypointDetector.Extremum at) {
    double sigma = WINDOW * at.sigma();
    int radius = (int) Math.round(3 * sigma);
    int cx = (int) Math.round(at.x());
    int cy = (int) Math.round(at.y());
    var histogram = new float[BINS];
    var weights = new float[radius + 1];
    for (int i = 0; i <= radius; i++) {
      weights[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
    }
    for (int y = Math.max(1, cy - radius); y <= Math.min(height - 2, cy + radius); y++) {
      for (int x = Math.max(1, cx - radius); x <= Math.min(width - 2, cx + radius); x++) {
        int square = (x - cx) * (x - cx) + (y - cy) * (y - cy);
        if (square > radius * radius) {
          continue;
        }
        int i = y * width + x;
        float right = level[i + 1] - level[i - 1];
        float down = level[i + width] - level[i - width];
        float weight = weights[Math.abs(x - cx)] * weights[Math.abs(y - cy)];
        int bin = (int) (Angles.atan2(down, right) * (BINS / Angles.TURN) + 0.5f) % BINS;
        histogram[bin] += weight * (float) Math.sqrt(right * right + down * down);
      }
    }
    return peaks(smooth(smooth(histogram)));
  }

  private static float[] smooth(float[] histogram) {
    var smooth = new float[BINS];
    for (int i = 0; i < BINS; i++) {
      smooth[i] = (histogram[(i + BINS - 1) % BINS] + histogram[i] + histogram[(i + 1) % BINS]) / 3;
    }
    return smooth;
  }

  private static List<Double> peaks(float[] histogram) {
    float highest = 0;
    for (float value : histogram) {
      highest = Math.max(highest, value);
    }
    var angles = new ArrayList<Double>();
    for (int i = 0; i < BINS && angles.size() < 2; i++) {
      float before = histogram[(i + BINS - 1) % BINS];
      float value = histogram[i];
      float after = histogram[(i + 1) % BINS];
      if (value > before && value >= after && value >= SECOND * highest) {
        double between = 0.5 * (before - after) / (before - 2 * value + after);
        angles.add((i + between) * Angles.TURN / BINS);
      }
    }
    return angles;
  }
}
