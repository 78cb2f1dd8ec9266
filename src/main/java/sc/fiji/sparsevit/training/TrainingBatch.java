/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Samples as tensors.
 *
 * @param images normalized, (N, 3, H, W)
 * @param masks 1 forged, 0 authentic, (N, 1, H, W)
 * @param histories what was done to the pixels, averaged over cells of 8x8, (N, {@link
 *     History#CHANNELS}, H/8, W/8); 0 where unknown
 * @param historyKnown 1 for the samples whose history is known, else 0, (N, 1, 1, 1)
 */
record TrainingBatch(NDArray images, NDArray masks, NDArray histories, NDArray historyKnown) {

  /** Pixels along a cell of the finest grid that histories are read out on: stage 2's. */
  private static final int CELL = 8;

  static TrainingBatch of(List<TrainingSample> samples, NDManager manager) {
    return of(samples, manager, manager);
  }

  /**
   * @param forImages gets the images, where something is to be found out about them elsewhere first
   * @param manager gets all else
   */
  static TrainingBatch of(List<TrainingSample> samples, NDManager forImages, NDManager manager) {
    int n = samples.size();
    int height = samples.get(0).picture().height();
    int width = samples.get(0).picture().width();
    int area = height * width;
    return new TrainingBatch(
        filled(forImages, new Shape(n, 3, height, width), i -> image(samples.get(i), area)),
        filled(manager, new Shape(n, 1, height, width), i -> mask(samples.get(i))),
        filled(
            manager,
            new Shape(n, History.CHANNELS, height / CELL, width / CELL),
            i -> history(samples.get(i))),
        filled(
            manager,
            new Shape(n, 1, 1, 1),
            i -> new float[] {samples.get(i).history() == null ? 0 : 1}));
  }

  /**
   * Goes to the device as it is, filled by all processors.
   *
   * @param values of one sample, or null for zeros
   */
  private static NDArray filled(NDManager manager, Shape shape, IntFunction<float[]> values) {
    var bytes = manager.allocateDirect(Math.toIntExact(shape.size() * Float.BYTES));
    var floats = bytes.asFloatBuffer();
    int samples = (int) shape.get(0);
    int each = floats.capacity() / samples;
    IntStream.range(0, samples)
        .parallel()
        .forEach(
            i -> {
              float[] own = values.apply(i);
              if (own != null) {
                floats.slice(i * each, each).put(own);
              }
            });
    return manager.create(bytes, shape, DataType.FLOAT32);
  }

  private static float[] image(TrainingSample sample, int area) {
    var image = new float[3 * area];
    SparseVitWindow.NORMALIZATION.write(sample.picture().samples(), image, 0);
    return image;
  }

  /** Averaged before it travels: pixel by pixel, it would be most of a batch. */
  private static float[] history(TrainingSample sample) {
    if (sample.history() == null) {
      return null;
    }
    int width = sample.picture().width();
    int columns = width / CELL;
    int lines = History.CHANNELS * sample.picture().height();
    var means = new float[lines / CELL * columns];
    float[] history = sample.history();
    for (int line = 0; line < lines; line++) {
      int into = line / CELL * columns;
      int from = line * width;
      for (int cell = 0; cell < columns; cell++, from += CELL) {
        float sum = means[into + cell];
        for (int x = from; x < from + CELL; x++) {
          sum += history[x];
        }
        means[into + cell] = sum;
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= CELL * CELL;
    }
    return means;
  }

  private static float[] mask(TrainingSample sample) {
    var mask = new float[sample.mask().length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = sample.mask()[i];
    }
    return mask;
  }
}
