/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import sc.fiji.sparsevit.metrics.Auc;
import sc.fiji.sparsevit.metrics.ConfidenceIntervals;
import sc.fiji.sparsevit.metrics.Confusion;
import sc.fiji.sparsevit.metrics.LabeledScores;

/** Figures over whole images: each is scored by the maximum of its map. */
public record ImageLevelScores(
    Estimate f1, Estimate accuracy, Estimate balancedAccuracy, Estimate auc) {

  /** Undefined throughout unless there are forged and authentic images. */
  static ImageLevelScores of(List<ImageResult> results, double threshold, long seed) {
    var scores = new float[results.size()];
    var labels = new byte[results.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) results.get(i).score();
      labels[i] = (byte) (results.get(i).forged() ? 1 : 0);
    }
    var all = new LabeledScores(scores, labels);
    int forged = all.positives();
    if (forged == 0 || forged == all.size()) {
      var none = Estimate.UNDEFINED;
      return new ImageLevelScores(none, none, none, none);
    }
    return new ImageLevelScores(
        estimate(all, s -> Confusion.at(s, threshold).f1(), seed),
        estimate(all, s -> Confusion.at(s, threshold).accuracy(), seed),
        estimate(all, s -> Confusion.at(s, threshold).balancedAccuracy(), seed),
        estimate(all, Auc::of, seed));
  }

  private static Estimate estimate(
      LabeledScores all, ToDoubleFunction<LabeledScores> figure, long seed) {
    return new Estimate(
        figure.applyAsDouble(all),
        ConfidenceIntervals.bootstrap(
            all.size(), seed, sample -> figure.applyAsDouble(resample(all, sample))));
  }

  private static LabeledScores resample(LabeledScores all, int[] sample) {
    var scores = new float[sample.length];
    var labels = new byte[sample.length];
    for (int i = 0; i < sample.length; i++) {
      scores[i] = all.values()[sample[i]];
      labels[i] = all.labels()[sample[i]];
    }
    return new LabeledScores(scores, labels);
  }
}
