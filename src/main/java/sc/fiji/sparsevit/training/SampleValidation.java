/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.metrics.LabeledScores;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Validates on the first samples of a source of its own, one at a time.
 *
 * @param source must share no photograph with the training's
 * @param samples how many
 */
public record SampleValidation(SampleSource source, int samples) implements Validation {

  @Override
  public ValidationScore score(SparseVit frozen, NDManager manager) {
    var sum = new ScoreSum();
    for (int i = 0; i < samples; i++) {
      var sample = source.sample(i);
      sum.add(new LabeledScores(probabilities(frozen, manager, sample), sample.mask()));
    }
    return sum.score();
  }

  private static float[] probabilities(SparseVit frozen, NDManager manager, TrainingSample sample) {
    try (var scratch = manager.newSubManager()) {
      var picture = sample.picture();
      var image = new float[picture.samples().length];
      SparseVitWindow.NORMALIZATION.write(picture.samples(), image, 0);
      var shape = new Shape(1, 3, picture.height(), picture.width());
      return frozen
          .probabilities(new ParameterStore(scratch, false), scratch.create(image, shape))
          .toFloatArray();
    }
  }
}
