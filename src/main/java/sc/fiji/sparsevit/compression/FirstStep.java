/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

/**
 * The step to whose multiples one coefficient was rounded in an earlier compression.
 *
 * @param ratios for each multiple of the last compression's step, from the lowest on: the logarithm
 *     of how much more probable it is in a block that was compressed twice; not to be changed
 * @param evidence that the picture's blocks were compressed twice, most of them at least
 * @param noisy the evidence that they were filtered as a whole in between: values then lie farther
 *     about multiples
 * @param scaled the evidence that contrast was changed in between: steps then are no whole numbers
 */
record FirstStep(float[] ratios, double evidence, double noisy, double scaled) {
  private static final int LARGEST = 40;

  /** The largest of all steps by chance stays below. */
  private static final double LEAST_EVIDENCE = 10;

  /** Fewer coefficients that are not 0 tell nothing. */
  private static final int FEWEST = 20;

  /** Standard deviation of a decoded coefficient: the rounding to whole gray levels. */
  private static final double NOISE = 0.4;

  /** The same if the picture was changed as a whole before its last compression. */
  private static final double MUCH_NOISE = 1.2;

  /** The ratio of steps that are tried besides whole ones: what more contrast makes of them. */
  private static final double FINENESS = 1.02;

  /** A coefficient counts no more than this for or against its block. */
  private static final double MOST = 3;

  /** Of every multiple, so that none is impossible. */
  private static final double LEAST_SHARE = 1e-6;

  /** Most of a picture is the rest, not the part. */
  private static final double LEAST_TWICE = 0.5;

  private static final double MOST_TWICE = 0.99;

  private static final double USUAL_TWICE = 0.8;

  private static final int ROUNDS = 10;

  /**
   * @param multiples of the last step, in blocks of the picture
   * @param density of the coefficient before it was rounded
   * @param mean whether it is a block's mean, whose zeros tell as much as other values; those of
   *     other coefficients depend on what the picture shows
   * @return without evidence if there is no step that explains the multiples
   */
  static FirstStep find(int[] multiples, int step, ValueDensity density, boolean mean) {
    int most = density.multiples(step);
    var counts = new int[2 * most + 1];
    for (int multiple : multiples) {
      counts[limited(multiple, most) + most] += mean || multiple != 0 ? 1 : 0;
    }
    var best = new FirstStep(new float[0], 0, 0, 0);
    int number = 0;
    for (int count : counts) {
      number += count;
    }
    if (number < FEWEST) {
      return best;
    }
    var once = shares(density.once(step), mean);
    double noisy = 0;
    for (int first = 2; first <= LARGEST; first++) {
      if (first != step) {
        var ratios = ratios(shares(density.twice(first, NOISE, step), mean), once);
        double evidence = evidence(ratios, counts, number);
        if (evidence > best.evidence) {
          best = new FirstStep(ratios, evidence, 0, 0);
        }
        var farther = ratios(shares(density.twice(first, MUCH_NOISE, step), mean), once);
        noisy = Math.max(noisy, evidence(farther, counts, number));
      }
    }
    double scaled = 0;
    for (double first = 2; first <= LARGEST; first *= FINENESS) {
      var ratios = ratios(shares(density.twice(first, NOISE, step), mean), once);
      scaled = Math.max(scaled, evidence(ratios, counts, number));
    }
    return new FirstStep(
        best.ratios, orNothing(best.evidence), orNothing(noisy), orNothing(scaled));
  }

  private static double orNothing(double evidence) {
    return evidence < LEAST_EVIDENCE ? 0 : evidence;
  }

  /** How much more probable a multiple is in a block that was compressed twice, as a logarithm. */
  float ratio(int multiple) {
    int most = ratios.length / 2;
    return evidence == 0 ? 0 : ratios[limited(multiple, most) + most];
  }

  private static int limited(int multiple, int most) {
    return Math.max(-most, Math.min(most, multiple));
  }

  /** None is 0, and they add up to 1, without the zeros if these do not count. */
  private static double[] shares(double[] shares, boolean zerosCount) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      boolean counts = zerosCount || i != shares.length / 2;
      shares[i] = counts ? shares[i] + LEAST_SHARE : 0;
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static float[] ratios(double[] twice, double[] once) {
    var ratios = new float[twice.length];
    for (int i = 0; i < ratios.length; i++) {
      double ratio = once[i] == 0 ? 0 : Math.log(twice[i] / once[i]);
      ratios[i] = (float) Math.max(-MOST, Math.min(MOST, ratio));
    }
    return ratios;
  }

  /**
   * The logarithm of how much better a mixture of blocks that were compressed twice and once
   * explains the counts than blocks that were all compressed once.
   */
  private static double evidence(float[] ratios, int[] counts, int number) {
    var factors = new double[ratios.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = Math.exp(ratios[i]);
    }
    double twice = USUAL_TWICE;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (int i = 0; i < factors.length; i++) {
        sum += counts[i] * twice * factors[i] / (twice * factors[i] + 1 - twice);
      }
      twice = Math.max(LEAST_TWICE, Math.min(MOST_TWICE, sum / number));
    }
    double evidence = 0;
    for (int i = 0; i < factors.length; i++) {
      evidence += counts[i] * Math.log(twice * factors[i] + 1 - twice);
    }
    return evidence;
  }
}
