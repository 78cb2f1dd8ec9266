/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.options;

import java.util.random.RandomGenerator;

/**
 * An interval that a parameter is drawn from.
 *
 * @param low smallest value
 * @param high largest value
 */
public record Range(double low, double high) {

  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("a range from " + low + " to " + high + " is empty");
    }
  }

  /** A value, all equally likely. */
  public double draw(RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }

  /** A value whose logarithms are equally likely: doubling is as likely as halving. */
  public double drawFactor(RandomGenerator random) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  /** A whole number, all equally likely. */
  public int drawInteger(RandomGenerator random) {
    return random.nextInt((int) low, (int) high + 1);
  }

  public double clamp(double value) {
    return Math.max(low, Math.min(high, value));
  }

  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
