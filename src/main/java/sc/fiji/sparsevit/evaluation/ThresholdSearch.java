/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.Arrays;
import java.util.List;
import sc.fiji.sparsevit.evaluation.CalibrationOptions.Basis;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;
import sc.fiji.sparsevit.metrics.ConfidenceIntervals;
import sc.fiji.sparsevit.metrics.ScoreHistogram;

/**
 * The lowest threshold at which at most a given share is flagged.
 *
 * @param threshold probability, 0-1
 * @param thresholdInterval 95 %, bootstrap over images
 * @param measured the share that is flagged at it
 * @param measuredInterval 95 %: Wilson's for images, bootstrap for pixels
 */
record ThresholdSearch(
    double threshold,
    ConfidenceInterval thresholdInterval,
    double measured,
    ConfidenceInterval measuredInterval) {
  private static final long SEED = 1;

  static ThresholdSearch of(List<ImageResult> authentic, double rate, Basis basis) {
    return switch (basis) {
      case IMAGES -> ofImages(authentic, rate);
      case PIXELS -> ofPixels(authentic, rate);
    };
  }

  private static ThresholdSearch ofImages(List<ImageResult> authentic, double rate) {
    var levels = authentic.stream().mapToDouble(ImageResult::regionLevel).toArray();
    double threshold = imageThreshold(levels, rate);
    long flagged = Arrays.stream(levels).filter(level -> level > threshold).count();
    var interval =
        ConfidenceIntervals.bootstrap(
            levels.length,
            SEED,
            sample ->
                imageThreshold(Arrays.stream(sample).mapToDouble(i -> levels[i]).toArray(), rate));
    return new ThresholdSearch(
        threshold,
        interval,
        flagged / (double) levels.length,
        ConfidenceIntervals.ofShare(flagged, levels.length));
  }

  /** The level that at most the wanted number of images exceed. */
  private static double imageThreshold(double[] levels, double rate) {
    var sorted = levels.clone();
    Arrays.sort(sorted);
    // The addend keeps 0.07 * 100 from being 7.000000000000001 or less than 7.
    int allowed = (int) (rate * sorted.length + 1e-9);
    return sorted[sorted.length - 1 - allowed];
  }

  private static ThresholdSearch ofPixels(List<ImageResult> authentic, double rate) {
    var above = authentic.stream().map(ThresholdSearch::pixelsAbove).toArray(long[][]::new);
    var all = new int[above.length];
    Arrays.setAll(all, i -> i);
    int step = pixelStep(above, all, rate);
    return new ThresholdSearch(
        ScoreHistogram.threshold(step),
        ConfidenceIntervals.bootstrap(
            above.length, SEED, sample -> ScoreHistogram.threshold(pixelStep(above, sample, rate))),
        shareAbove(above, all, step),
        ConfidenceIntervals.bootstrap(
            above.length, SEED, sample -> shareAbove(above, sample, step)));
  }

  /** How many pixels of an image are above each threshold k/256, up to 1. */
  private static long[] pixelsAbove(ImageResult result) {
    var above = new long[ScoreHistogram.STEPS + 1];
    for (int k = ScoreHistogram.STEPS - 1; k >= 0; k--) {
      above[k] = above[k + 1] + result.histogram().authentic()[k];
    }
    return above;
  }

  /** Binary search: fewer pixels lie above a higher threshold. */
  private static int pixelStep(long[][] above, int[] images, double rate) {
    int low = 0;
    int high = ScoreHistogram.STEPS;
    while (low < high) {
      int middle = (low + high) / 2;
      if (shareAbove(above, images, middle) <= rate) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double shareAbove(long[][] above, int[] images, int step) {
    long flagged = 0;
    long pixels = 0;
    for (int image : images) {
      flagged += above[image][step];
      pixels += above[image][0];
    }
    return flagged / (double) pixels;
  }
}
