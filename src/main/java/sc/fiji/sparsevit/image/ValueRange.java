/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

/**
 * The smallest and the largest of some pixel values.
 *
 * @param minimum above the maximum if there was no value
 */
record ValueRange(double minimum, double maximum) {

  static final ValueRange EMPTY =
      new ValueRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** The range of unsigned 16-bit values. */
  static ValueRange of(short[] pixels) {
    int minimum = 0xffff;
    int maximum = 0;
    for (short pixel : pixels) {
      int value = pixel & 0xffff;
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
    }
    return new ValueRange(minimum, maximum);
  }

  /** The range of the finite values. */
  static ValueRange of(float[] pixels) {
    float minimum = Float.POSITIVE_INFINITY;
    float maximum = Float.NEGATIVE_INFINITY;
    for (float value : pixels) {
      if (Float.isFinite(value)) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
      }
    }
    return new ValueRange(minimum, maximum);
  }

  ValueRange union(ValueRange other) {
    return new ValueRange(Math.min(minimum, other.minimum), Math.max(maximum, other.maximum));
  }

  boolean isEmpty() {
    return minimum > maximum;
  }

  boolean isFinite() {
    return Double.isFinite(minimum) && Double.isFinite(maximum);
  }
}
