/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * A batch on the device that trains.
 *
 * @param samples that it was made of
 * @param tensors of them; the images may be gone
 * @param prepared the images as the network takes them
 * @param scratch owns all arrays of the pass; closed with this
 */
record LoadedBatch(
    List<TrainingSample> samples, TrainingBatch tensors, NDList prepared, NDManager scratch)
    implements AutoCloseable {

  /** The same for those who keep it: histories fill more memory than all else. */
  LoadedBatch withoutHistories() {
    var without = samples.stream().map(TrainingSample::withoutHistory).toList();
    return new LoadedBatch(without, tensors, prepared, scratch);
  }

  @Override
  public void close() {
    scratch.close();
  }
}
