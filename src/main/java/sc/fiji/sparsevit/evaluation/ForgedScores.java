/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import sc.fiji.sparsevit.metrics.ConfidenceIntervals;
import sc.fiji.sparsevit.metrics.Confusion;
import sc.fiji.sparsevit.metrics.PixelScores;
import sc.fiji.sparsevit.metrics.ScoreHistogram;

/**
 * Pixel-level figures of a set: computed per forged image, then averaged, as the field does.
 *
 * @param images how many forged images went in
 * @param f1 at the fixed threshold, as all but the oracles
 * @param auc over the images where it is defined
 * @param f1ByThreshold mean F1 at the thresholds k/256
 * @param oracle what knowing the truth would add
 * @param pooled the pixels of all images together, for curves
 */
public record ForgedScores(
    int images,
    Estimate f1,
    Estimate iou,
    Estimate auc,
    Estimate precision,
    Estimate recall,
    double reverseF1,
    double reverseIou,
    double[] f1ByThreshold,
    Oracle oracle,
    ScoreHistogram pooled) {

  /**
   * Figures that take the truth to choose something: never to be quoted as F1.
   *
   * @param bestThreshold the one threshold for all images with the highest mean F1
   * @param f1AtBestThreshold that F1
   * @param f1AtBestThresholdPerImage mean F1 with each image at its own best threshold
   * @param doubleF1 mean of the better polarity's F1
   * @param doubleIou mean of the better polarity's IoU
   */
  public record Oracle(
      double bestThreshold,
      double f1AtBestThreshold,
      double f1AtBestThresholdPerImage,
      double doubleF1,
      double doubleIou) {}

  static ForgedScores of(List<ImageResult> forged, long seed) {
    var pixels = forged.stream().map(ImageResult::pixels).toList();
    var f1ByThreshold = f1ByThreshold(forged);
    return new ForgedScores(
        forged.size(),
        estimate(pixels, PixelScores::f1, seed),
        estimate(pixels, PixelScores::iou, seed),
        estimate(pixels, PixelScores::auc, seed),
        estimate(pixels, p -> p.confusion().precision(), seed),
        estimate(pixels, p -> p.confusion().recall(), seed),
        mean(pixels, PixelScores::reverseF1),
        mean(pixels, PixelScores::reverseIou),
        f1ByThreshold,
        oracle(forged, pixels, f1ByThreshold),
        forged.stream()
            .map(ImageResult::histogram)
            .reduce(ScoreHistogram.empty(), ScoreHistogram::plus));
  }

  private static double[] f1ByThreshold(List<ImageResult> forged) {
    var mean = new double[ScoreHistogram.STEPS];
    for (var result : forged) {
      var confusions = result.histogram().confusions();
      Arrays.setAll(mean, k -> mean[k] + confusions[k].f1() / forged.size());
    }
    return mean;
  }

  private static Oracle oracle(
      List<ImageResult> forged, List<PixelScores> pixels, double[] f1ByThreshold) {
    int best = 0;
    for (int k = 1; k < f1ByThreshold.length; k++) {
      best = f1ByThreshold[k] > f1ByThreshold[best] ? k : best;
    }
    double ownBest = forged.stream().mapToDouble(ForgedScores::bestF1).average().orElse(Double.NaN);
    return new Oracle(
        ScoreHistogram.threshold(best),
        f1ByThreshold[best],
        ownBest,
        mean(pixels, PixelScores::doubleF1),
        mean(pixels, PixelScores::doubleIou));
  }

  private static double bestF1(ImageResult result) {
    return Arrays.stream(result.histogram().confusions())
        .mapToDouble(Confusion::f1)
        .max()
        .orElse(Double.NaN);
  }

  private static Estimate estimate(
      List<PixelScores> pixels, ToDoubleFunction<PixelScores> figure, long seed) {
    var values = pixels.stream().mapToDouble(figure).toArray();
    return new Estimate(mean(pixels, figure), ConfidenceIntervals.ofMean(values, seed));
  }

  private static double mean(List<PixelScores> pixels, ToDoubleFunction<PixelScores> figure) {
    return pixels.stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
