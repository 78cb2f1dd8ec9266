/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.options;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.JpegGrid;

/**
 * How likely and how strong the steps of a layer's own history are.
 *
 * @param resampling probability of resampling
 * @param factor new size over old size
 * @param blur probability of Gaussian blur
 * @param blurSigma in pixels
 * @param noise probability of Gaussian noise
 * @param noiseSigma in gray levels
 * @param jpeg probability of JPEG at its own 8x8 grid
 * @param quality JPEG quality, 1-100
 * @param light share of samples in which all these probabilities are multiplied by the lightness,
 *     so that host and paste differ in little but what they are
 * @param lightness 0-1
 */
public record HistoryOptions(
    double resampling,
    Range factor,
    double blur,
    Range blurSigma,
    double noise,
    Range noiseSigma,
    double jpeg,
    Range quality,
    double light,
    double lightness) {

  /** Strong histories, which teach what to look for, and light ones, as most real ones are. */
  public static HistoryOptions standard() {
    return new HistoryOptions(
        0.6,
        new Range(0.45, 1.8),
        0.25,
        new Range(0.4, 1.6),
        0.3,
        new Range(1.5, 9),
        0.5,
        new Range(45, 98),
        0.55,
        0.15);
  }

  /** The same with another share of light samples. */
  public HistoryOptions withLight(double share) {
    return new HistoryOptions(
        resampling, factor, blur, blurSigma, noise, noiseSigma, jpeg, quality, share, lightness);
  }

  /** The same steps with all probabilities multiplied. */
  public HistoryOptions times(double share) {
    return new HistoryOptions(
        Math.min(1, resampling * share),
        factor,
        Math.min(1, blur * share),
        blurSigma,
        Math.min(1, noise * share),
        noiseSigma,
        Math.min(1, jpeg * share),
        quality,
        light,
        lightness);
  }

  public History draw(RandomGenerator random) {
    return new History(
            random.nextDouble() < resampling ? factor.drawFactor(random) : 1,
            random.nextDouble() < blur ? blurSigma.draw(random) : 0,
            random.nextDouble() < noise ? noiseSigma.draw(random) : 0,
            random.nextDouble() < jpeg ? quality.drawInteger(random) : 0)
        .withGrid(JpegGrid.anywhere(random));
  }
}
