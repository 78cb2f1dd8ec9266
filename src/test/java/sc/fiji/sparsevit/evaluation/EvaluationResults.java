/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.Arrays;
import sc.fiji.sparsevit.metrics.LabeledScores;
import sc.fiji.sparsevit.metrics.PixelScores;
import sc.fiji.sparsevit.metrics.Reliability;
import sc.fiji.sparsevit.metrics.ScoreHistogram;

/** Results of small made-up images. */
final class EvaluationResults {
  private EvaluationResults() {}

  /** An image whose map is {@code values}, a region being a single pixel. */
  static ImageResult of(String name, Distortion distortion, float[] values, byte[] truth) {
    var pixels = new LabeledScores(values, truth);
    var mask = pixels.positives() > 0 ? name + "_mask" : "";
    double maximum = RegionLevel.of(values, values.length, 1);
    return new ImageResult(
        new ResultKey(name, mask, "", distortion.toString()),
        values.length,
        1,
        maximum,
        PixelScores.of(pixels, 0.5),
        maximum,
        ScoreHistogram.of(pixels),
        Reliability.of(pixels),
        2,
        1);
  }

  static ImageResult authentic(String name, float... values) {
    return of(name, Distortion.NONE, values, new byte[values.length]);
  }

  /** A forged image with its first half forged. */
  static ImageResult forged(String name, float... values) {
    var truth = new byte[values.length];
    Arrays.fill(truth, 0, truth.length / 2, (byte) 1);
    return of(name, Distortion.NONE, values, truth);
  }
}
