/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

/**
 * How two probability maps, or several, differ.
 *
 * @param largest difference of a probability
 * @param both pixels that are above 0.5 in both
 * @param either pixels that are above 0.5 in one or the other
 */
record MapDifference(double largest, long both, long either) {

  static final MapDifference NONE = new MapDifference(0, 0, 0);

  private static final float THRESHOLD = 0.5f;

  /** Of two maps of one size. */
  static MapDifference between(float[] one, float[] other) {
    double largest = 0;
    long both = 0;
    long either = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = Math.abs(one[i] - other[i]);
      // NaN stays NaN.
      largest = Math.max(largest, difference);
      boolean inOne = one[i] > THRESHOLD;
      boolean inOther = other[i] > THRESHOLD;
      both += inOne && inOther ? 1 : 0;
      either += inOne || inOther ? 1 : 0;
    }
    return new MapDifference(largest, both, either);
  }

  /** Of all these maps and those. */
  MapDifference and(MapDifference more) {
    return new MapDifference(
        Math.max(largest, more.largest), both + more.both, either + more.either);
  }

  /** Intersection over union of the masks; 1 where neither has one. */
  double iou() {
    return either == 0 ? 1 : (double) both / either;
  }
}
