/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.inference.ThreeLooks;
import sc.fiji.sparsevit.model.Models;
import sc.fiji.sparsevit.model.OpenModel;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * A trained model that tells a run what can be seen in its samples. A mask demands that everything
 * forged be found, also what has left no trace, which pulls each small batch in a direction of its
 * own; three looks of a trained model are a calmer goal, and a better one than its single look.
 */
final class Teacher implements AutoCloseable {

  /** Of the goal; the rest is the mask's, or nothing new would be learned. */
  private static final float SHARE = 0.7f;

  private final OpenModel model;

  private Teacher(OpenModel model) {
    this.model = model;
  }

  /**
   * @param nameOrFile of the model
   * @throws IOException when there is no such model, its file cannot be used, or it does not see
   *     images as SparseViT does
   */
  static Teacher open(String nameOrFile, DeviceChoice device, Consumer<String> warn)
      throws IOException {
    var compute = new ComputeOptions(device, PrecisionChoice.AUTO);
    var model = Models.open(nameOrFile, compute, warn);
    if (!model.network().window().normalization().equals(SparseVitWindow.NORMALIZATION)) {
      model.close();
      throw new IOException(
          nameOrFile
              + " does not see colors as SparseViT does; choose a SparseViT as the teacher.");
    }
    return new Teacher(model);
  }

  /** Tells one teacher from another. */
  String identity() {
    return model.identity().sha256();
  }

  /**
   * Puts the goal of each pixel into a batch, between its mask and the teacher's probability.
   *
   * @param samples that the batch was made of
   * @param manager gets the goals
   */
  TrainingBatch teach(TrainingBatch batch, List<TrainingSample> samples, NDManager manager) {
    int n = samples.size();
    int height = samples.get(0).picture().height();
    int width = samples.get(0).picture().width();
    int area = height * width;
    var images = new float[n * 3 * area];
    for (int i = 0; i < n; i++) {
      SparseVitWindow.NORMALIZATION.write(samples.get(i).picture().samples(), images, 3 * i * area);
    }
    float[] goals = ThreeLooks.probabilities(model.network(), images, n, height, width);
    for (int i = 0; i < goals.length; i++) {
      byte mask = samples.get(i / area).mask()[i % area];
      goals[i] = SHARE * goals[i] + (1 - SHARE) * mask;
    }
    return batch.withGoals(manager.create(goals, batch.masks().getShape()));
  }

  @Override
  public void close() {
    model.close();
  }
}
