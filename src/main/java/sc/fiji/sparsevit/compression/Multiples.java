/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

/**
 * How often one coefficient is which multiple of a step in a picture's blocks, and how often it
 * would be if it had been rounded once or twice.
 *
 * @param counts from the lowest multiple to the highest; none of zeros that do not count
 * @param step of the last compression
 * @param density of the coefficient before it was rounded
 * @param once the share of each multiple if it was rounded once
 * @param least the smallest multiple that counts: zeros of a block's mean tell as much as other
 *     values, but how many others there are depends on what the picture shows
 */
record Multiples(int[] counts, int step, ValueDensity density, double[] once, int least) {

  /** Fewer that count tell nothing. */
  private static final int FEWEST = 20;

  /** A coefficient counts no more than this for or against its block. */
  private static final double MOST = 3;

  /** Of every multiple, so that none is impossible. */
  private static final double LEAST_SHARE = 1e-6;

  /**
   * @param values of the coefficient, in blocks of the picture
   */
  static Multiples of(float[] values, int step, ValueDensity density, int least) {
    int most = density.multiples(step);
    var counts = new int[2 * most + 1];
    for (float value : values) {
      int multiple = Math.max(-most, Math.min(most, Math.round(value / step)));
      counts[multiple + most] += Math.abs(multiple) >= least ? 1 : 0;
    }
    var once = shares(density.once(step), least);
    return new Multiples(counts, step, density, once, least);
  }

  boolean tell() {
    int number = 0;
    for (int count : counts) {
      number += count;
    }
    return number >= FEWEST;
  }

  /**
   * How much more probable each multiple is if it was rounded to those of a first step before, as a
   * logarithm.
   *
   * @param noise standard deviation about the first multiple
   */
  float[] ratios(double first, double noise) {
    var twice = shares(density.twice(first, noise, step), least);
    var ratios = new float[twice.length];
    for (int i = 0; i < ratios.length; i++) {
      double ratio = once[i] == 0 ? 0 : Math.log(twice[i] / once[i]);
      ratios[i] = (float) Math.max(-MOST, Math.min(MOST, ratio));
    }
    return ratios;
  }

  /** None is 0, and they add up to 1, but for those that do not count. */
  private static double[] shares(double[] shares, int least) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      boolean counts = Math.abs(i - shares.length / 2) >= least;
      shares[i] = counts ? shares[i] + LEAST_SHARE : 0;
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
