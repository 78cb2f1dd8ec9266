/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.Arrays;
import java.util.List;
import sc.fiji.sparsevit.metrics.ConfidenceIntervals;
import sc.fiji.sparsevit.metrics.ScoreHistogram;

/**
 * False positives on authentic images at the fixed threshold.
 *
 * @param images how many authentic images went in
 * @param pixelsFlagged share of the pixels of all images
 * @param imagesFlagged share of the images with more than 1 % of their pixels flagged
 * @param imagesWithRegion share of the images with any region of the minimum area
 * @param pooled the pixels of all images together
 */
public record AuthenticScores(
    int images,
    Estimate pixelsFlagged,
    Estimate imagesFlagged,
    Estimate imagesWithRegion,
    ScoreHistogram pooled) {
  private static final double FLAGGED_SHARE = 0.01;

  static AuthenticScores of(List<ImageResult> authentic, double threshold, long seed) {
    return new AuthenticScores(
        authentic.size(),
        pixelsFlagged(authentic, seed),
        share(authentic.stream().filter(r -> r.shareFlagged() > FLAGGED_SHARE).count(), authentic),
        share(
            authentic.stream().filter(r -> r.regionLevel() > (float) threshold).count(), authentic),
        authentic.stream()
            .map(ImageResult::histogram)
            .reduce(ScoreHistogram.empty(), ScoreHistogram::plus));
  }

  private static Estimate pixelsFlagged(List<ImageResult> authentic, long seed) {
    var flagged = authentic.stream().mapToDouble(r -> r.pixels().confusion().flagged()).toArray();
    var all = authentic.stream().mapToDouble(r -> r.pixels().confusion().total()).toArray();
    return new Estimate(
        Arrays.stream(flagged).sum() / Arrays.stream(all).sum(),
        ConfidenceIntervals.bootstrap(
            authentic.size(),
            seed,
            sample ->
                Arrays.stream(sample).mapToDouble(i -> flagged[i]).sum()
                    / Arrays.stream(sample).mapToDouble(i -> all[i]).sum()));
  }

  private static Estimate share(long flagged, List<ImageResult> of) {
    return new Estimate(
        flagged / (double) of.size(), ConfidenceIntervals.ofShare(flagged, of.size()));
  }
}
