/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.metrics.LabelledScores;
import sc.fiji.sparsevit.metrics.PixelScores;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.training.synthesis.TrainingSample;

/**
 * Validates on the first samples of a source of its own, one at a time.
 *
 * @param source must share no photograph with the training's
 * @param samples how many
 * @param manager parent of the tensors
 */
public record SampleValidation(SampleSource source, int samples, NDManager manager)
    implements Validation {

  private static final double THRESHOLD = 0.5;

  @Override
  public ValidationScore score(SparseVit frozen) {
    var forged = new ArrayList<PixelScores>();
    long authenticPixels = 0;
    long flagged = 0;
    for (int i = 0; i < samples; i++) {
      var sample = source.sample(i);
      var pixels = new LabelledScores(probabilities(frozen, sample), sample.mask());
      var scores = PixelScores.of(pixels, THRESHOLD);
      if (sample.forgedShare() > 0) {
        forged.add(scores);
      } else {
        authenticPixels += scores.confusion().total();
        flagged += scores.confusion().flagged();
      }
    }
    return new ValidationScore(
        forged.stream().mapToDouble(PixelScores::f1).average().orElse(Double.NaN),
        forged.stream().mapToDouble(PixelScores::auc).average().orElse(Double.NaN),
        (double) flagged / authenticPixels);
  }

  private float[] probabilities(SparseVit frozen, TrainingSample sample) {
    try (var scratch = manager.newSubManager()) {
      var batch = Batch.of(List.of(sample), scratch);
      return frozen
          .probabilities(new ParameterStore(scratch, false), batch.images())
          .toFloatArray();
    }
  }
}
