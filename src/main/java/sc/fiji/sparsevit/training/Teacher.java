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
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.inference.ThreeLooks;
import sc.fiji.sparsevit.inference.WindowModel;
import sc.fiji.sparsevit.inference.script.FastestForm;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * A trained model that tells a run what can be seen in its samples. A mask demands that everything
 * forged be found, also what has left no trace, which pulls each small batch in a direction of its
 * own; three looks of a trained model are a calmer goal, and a better one than its single look.
 */
final class Teacher implements AutoCloseable {

  /** Of the goal; the rest is the mask's, or nothing new would be learned. */
  private static final float SHARE = 0.7f;

  private final WindowModel model;
  private final String identity;

  private Teacher(WindowModel model, String identity) {
    this.model = model;
    this.identity = identity;
  }

  /**
   * @param nameOrFile of a SparseViT
   * @param size of the samples
   * @throws IOException when there is no such model, or its file cannot be used
   * @throws IllegalArgumentException when the model cannot take samples of this size
   */
  static Teacher open(
      String nameOrFile, SampleSize size, DeviceChoice device, Consumer<String> warn)
      throws IOException {
    var weights = ModelCatalog.open(nameOrFile);
    var config = weights.config();
    size.requireMultiple(SparseVitWindow.of(config).multiple());
    var manager = Devices.open(device, warn);
    try {
      var network = Weights.network(weights.weights(), config, manager);
      var model = FastestForm.of(network, manager, PrecisionChoice.AUTO);
      return new Teacher(model, weights.sha256());
    } catch (IOException | RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /** Tells one teacher from another. */
  String identity() {
    return identity;
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
    float[] goals = ThreeLooks.probabilities(model, images, n, height, width);
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
