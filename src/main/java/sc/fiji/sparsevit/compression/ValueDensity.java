/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import org.apache.commons.math3.special.Erf;

/**
 * How often a coefficient of a picture's blocks has which value before it is rounded, and from this
 * which multiples of a step it becomes if it is rounded once, or to multiples of another step
 * before.
 */
final class ValueDensity {

  /** Places for each gray level. */
  private static final int FINENESS = 4;

  /** In places: what the histogram is smoothed by, nearly everywhere, and for rare values. */
  private static final double SIGMA = 6;

  private static final double WIDE_SIGMA = 40;

  private static final double WIDE_SHARE = 0.1;

  /** Of values anywhere. */
  private static final double EVEN_SHARE = 1e-4;

  /** Standard deviations beyond which nothing is expected. */
  private static final double REACH = 4;

  /** Places of the table for each standard deviation. */
  private static final int TABLE_FINENESS = 64;

  /** The normal distribution: the share of values below so many standard deviations. */
  private static final double[] NORMAL = normal();

  private final int largest;

  /** The share of values below each place. */
  private final double[] below;

  private ValueDensity(int largest, double[] below) {
    this.largest = largest;
    this.below = below;
  }

  private static double[] normal() {
    var table = new double[2 * (int) REACH * TABLE_FINENESS + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = 0.5 + 0.5 * Erf.erf(((double) i / TABLE_FINENESS - REACH) / Math.sqrt(2));
    }
    return table;
  }

  private static double normal(double deviations) {
    double place = (deviations + REACH) * TABLE_FINENESS;
    return place <= 0 ? 0 : place >= NORMAL.length - 1 ? 1 : NORMAL[(int) (place + 0.5)];
  }

  /**
   * @param values as they were before rounding; larger ones count as the largest
   * @param largest in gray levels
   */
  static ValueDensity of(float[] values, int largest) {
    return of(values, largest, 0);
  }

  /**
   * @param smoothing in gray levels: waves of values that are not much longer vanish
   */
  static ValueDensity of(float[] values, int largest, double smoothing) {
    int places = 2 * largest * FINENESS + 1;
    var counts = new double[places];
    for (float value : values) {
      counts[place(Math.max(-largest, Math.min(largest, value)), largest)]++;
    }
    var smooth = new double[places];
    spread(counts, Math.max(SIGMA, smoothing * FINENESS), 1 - WIDE_SHARE, smooth);
    spread(counts, WIDE_SIGMA, WIDE_SHARE, smooth);
    var below = new double[places + 1];
    for (int i = 0; i < places; i++) {
      below[i + 1] = below[i] + smooth[i] + EVEN_SHARE * values.length / places;
    }
    for (int i = 0; i <= places; i++) {
      below[i] /= below[places];
    }
    return new ValueDensity(largest, below);
  }

  private static int place(double value, int largest) {
    return (int) Math.rint((value + largest) * FINENESS);
  }

  /** Adds a share of the counts, spread out; what would go beyond an end stays there. */
  private static void spread(double[] counts, double sigma, double share, double[] smooth) {
    int reach = (int) Math.ceil(REACH * sigma);
    var weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double z = (i - reach) / sigma;
      weights[i] = Math.exp(-z * z / 2);
      sum += weights[i];
    }
    for (int place = 0; place < counts.length; place++) {
      if (counts[place] > 0) {
        for (int i = 0; i < weights.length; i++) {
          int at = Math.max(0, Math.min(counts.length - 1, place + i - reach));
          smooth[at] += share * counts[place] * weights[i] / sum;
        }
      }
    }
  }

  /** The largest multiple of a step that is told apart. */
  int multiples(int step) {
    return largest / step;
  }

  /**
   * The probability of each multiple of a step after rounding once.
   *
   * @return from {@code -multiples(step)} to {@code multiples(step)}
   */
  double[] once(int step) {
    int most = multiples(step);
    var shares = new double[2 * most + 1];
    for (int i = -most; i <= most; i++) {
      shares[i + most] = share(i, step);
    }
    // Beyond the last multiple, values count as that one.
    shares[0] += below(-most, step);
    shares[2 * most] += 1 - below(most + 1, step);
    return shares;
  }

  /**
   * The same after rounding to multiples of another step first, and decoding.
   *
   * @param first the other step
   * @param noise standard deviation of a decoded coefficient about its multiple
   */
  double[] twice(double first, double noise, int step) {
    int most = multiples(step);
    var shares = new double[2 * most + 1];
    int reach = 1 + (int) Math.ceil(REACH * noise / step);
    int firsts = (int) (largest / first) + 1;
    for (int i = -firsts; i <= firsts; i++) {
      double share = share(i, first);
      double value = i * first;
      int near = (int) Math.rint(value / step);
      for (int k = Math.max(-most, near - reach); k <= Math.min(most, near + reach); k++) {
        double from = normal(((k - 0.5) * step - value) / noise);
        double to = normal(((k + 0.5) * step - value) / noise);
        shares[k + most] += share * (to - from);
      }
    }
    return shares;
  }

  /** Of the values that are rounded to a multiple. */
  private double share(int multiple, double step) {
    return below(multiple + 1, step) - below(multiple, step);
  }

  /** Of the values that are rounded to less than a multiple. */
  private double below(int multiple, double step) {
    double edge = (multiple - 0.5) * step;
    double place = (edge + largest) * FINENESS + 0.5;
    int before = (int) Math.floor(place);
    if (before < 0) {
      return 0;
    }
    if (before >= below.length - 1) {
      return 1;
    }
    return below[before] + (place - before) * (below[before + 1] - below[before]);
  }
}
