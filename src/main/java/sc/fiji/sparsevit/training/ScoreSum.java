/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.metrics.LabeledScores;
import sc.fiji.sparsevit.metrics.PixelScores;

/** Adds images up to a validation's score, at the threshold 0.5 as the field does. */
final class ScoreSum {

  private static final double THRESHOLD = 0.5;

  private final List<PixelScores> forged = new ArrayList<>();
  private long authenticPixels;
  private long flagged;

  void add(LabeledScores pixels) {
    var scores = PixelScores.of(pixels, THRESHOLD);
    if (pixels.positives() > 0) {
      forged.add(scores);
    } else {
      authenticPixels += scores.confusion().total();
      flagged += scores.confusion().flagged();
    }
  }

  ValidationScore score() {
    return new ValidationScore(
        forged.stream().mapToDouble(PixelScores::f1).average().orElse(Double.NaN),
        forged.stream()
            .mapToDouble(PixelScores::auc)
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN),
        (double) flagged / authenticPixels);
  }
}
