/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.process.ImageProcessor;

/**
 * The smallest and the largest of some pixel values.
 *
 * @param minimum above the maximum if there was no value
 */
record ValueRange(double minimum, double maximum) {

  private static final double MOST_BETWEEN = 0.01;
  private static final double LEAST_OUTSIDE = 0.5;

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

  /** All that 8-bit pixels can be; of 16- and 32-bit pixels, the range of the finite values. */
  static ValueRange of(ImageProcessor pixels) {
    if (pixels.getPixels() instanceof float[] values) {
      return of(values);
    }
    if (pixels.getPixels() instanceof short[] values) {
      return of(values);
    }
    return new ValueRange(0, 0xff);
  }

  /**
   * Whether a picture shown in this range is lost: most of its values lie outside, and hardly any
   * between the ends. Nobody would choose such a range for a picture with grays; images made by
   * programs have it, whose display was never set.
   */
  boolean saturates(ImageProcessor pixels) {
    int count = pixels.getPixelCount();
    long outside = 0;
    long between = 0;
    for (int i = 0; i < count; i++) {
      float value = pixels.getf(i);
      if (value > minimum && value < maximum && ++between > count * MOST_BETWEEN) {
        return false;
      }
      if (Float.isFinite(value) && (value < minimum || value > maximum)) {
        outside++;
      }
    }
    return outside > count * LEAST_OUTSIDE;
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
