/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

/**
 * The step to whose multiples one coefficient was rounded in an earlier compression.
 *
 * @param ratios for each multiple that values are counted by, from the lowest on: the logarithm of
 *     how much more probable it is in a block that was compressed twice; not to be changed
 * @param evidence that the picture's blocks were compressed twice, most of them at least
 */
record FirstStep(float[] ratios, double evidence) {
  private static final int LARGEST = 40;

  /** The largest of all steps by chance stays below. */
  private static final double LEAST_EVIDENCE = 10;

  /** Standard deviation of a decoded coefficient: the rounding to whole gray levels. */
  private static final double NOISE = 0.4;

  /** The same if the picture was changed as a whole before its last compression. */
  private static final double MUCH_NOISE = 1.2;

  /** The ratio of steps that are tried besides whole ones: what more contrast makes of them. */
  private static final double FINENESS = 1.02;

  /** Most of a picture is the rest, not the part. */
  private static final double LEAST_TWICE = 0.5;

  private static final double MOST_TWICE = 0.99;

  private static final double USUAL_TWICE = 0.8;

  private static final int ROUNDS = 10;

  /**
   * @return without evidence if there is no step that explains the multiples
   */
  static FirstStep find(Multiples multiples) {
    var best = new FirstStep(new float[0], 0);
    for (int first = 2; first <= LARGEST; first++) {
      if (first != multiples.step()) {
        var step = of(first, NOISE, multiples);
        best = step.evidence > best.evidence ? step : best;
      }
    }
    return best;
  }

  /** The evidence that values lie farther about multiples, as after a filter in between. */
  static double noisyEvidence(Multiples multiples) {
    double best = 0;
    for (int first = 2; first <= LARGEST; first++) {
      if (first != multiples.step()) {
        best = Math.max(best, of(first, MUCH_NOISE, multiples).evidence);
      }
    }
    return best;
  }

  /** The evidence for steps that are no whole numbers, as after a change of contrast in between. */
  static double scaledEvidence(Multiples multiples) {
    return scaledEvidence(2, LARGEST, NOISE, multiples);
  }

  /** The same for steps within limits, and another standard deviation about their multiples. */
  static double scaledEvidence(double least, double most, double noise, Multiples multiples) {
    double best = 0;
    for (double first = least; first <= most; first *= FINENESS) {
      best = Math.max(best, of(first, noise, multiples).evidence);
    }
    return best;
  }

  /**
   * @param noise standard deviation about a multiple
   * @return without evidence if this step does not explain the multiples
   */
  static FirstStep of(double first, double noise, Multiples multiples) {
    var ratios = multiples.ratios(first, noise);
    double evidence = evidence(ratios, multiples.counts());
    return new FirstStep(ratios, evidence < LEAST_EVIDENCE ? 0 : evidence);
  }

  /** How much more probable a multiple is in a block that was compressed twice, as a logarithm. */
  float ratio(int multiple) {
    int most = ratios.length / 2;
    return evidence == 0 ? 0 : ratios[Math.max(-most, Math.min(most, multiple)) + most];
  }

  /**
   * The logarithm of how much better a mixture of blocks that were compressed twice and once
   * explains the counts than blocks that were all compressed once.
   */
  private static double evidence(float[] ratios, int[] counts) {
    var factors = new double[ratios.length];
    var times = new double[ratios.length];
    int kinds = 0;
    int number = 0;
    for (int i = 0; i < ratios.length; i++) {
      if (counts[i] > 0) {
        factors[kinds] = Math.exp(ratios[i]);
        times[kinds++] = counts[i];
        number += counts[i];
      }
    }
    double twice = USUAL_TWICE;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (int i = 0; i < kinds; i++) {
        sum += times[i] * twice * factors[i] / (twice * factors[i] + 1 - twice);
      }
      twice = Math.max(LEAST_TWICE, Math.min(MOST_TWICE, sum / number));
    }
    double evidence = 0;
    for (int i = 0; i < kinds; i++) {
      evidence += times[i] * Math.log(twice * factors[i] + 1 - twice);
    }
    return evidence;
  }
}
