/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Samples as tensors.
 *
 * @param images normalized, (N, 3, H, W)
 * @param masks 1 forged, 0 authentic, (N, 1, H, W)
 * @param histories what was done to each pixel, (N, 4, H, W); 0 where unknown
 * @param historyKnown 1 for the samples whose history is known, else 0, (N, 1, 1, 1)
 */
record TrainingBatch(NDArray images, NDArray masks, NDArray histories, NDArray historyKnown) {

  static TrainingBatch of(List<TrainingSample> samples, NDManager manager) {
    int n = samples.size();
    int height = samples.get(0).picture().height();
    int width = samples.get(0).picture().width();
    int area = height * width;
    var images = new float[n * 3 * area];
    var masks = new float[n * area];
    var histories = new float[n * History.CHANNELS * area];
    var known = new float[n];
    for (int i = 0; i < n; i++) {
      var sample = samples.get(i);
      SparseVitWindow.NORMALIZATION.write(sample.picture().samples(), images, i * 3 * area);
      for (int p = 0; p < area; p++) {
        masks[i * area + p] = sample.mask()[p];
      }
      if (sample.history() != null) {
        known[i] = 1;
        System.arraycopy(
            sample.history(), 0, histories, i * History.CHANNELS * area, sample.history().length);
      }
    }
    return new TrainingBatch(
        manager.create(images, new Shape(n, 3, height, width)),
        manager.create(masks, new Shape(n, 1, height, width)),
        manager.create(histories, new Shape(n, History.CHANNELS, height, width)),
        manager.create(known, new Shape(n, 1, 1, 1)));
  }
}
