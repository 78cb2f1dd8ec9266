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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.matching.Matches;
import sc.fiji.sparsevit.network.matching.SelfMatcher;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Room for a batch outside of Java's heap, where PyTorch reads it. Each place is filled by
 * whichever thread has its sample ready; used again when the arrays over it are closed.
 */
final class BatchMemory {

  private final int size;
  private final int height;
  private final int width;
  private final ByteBuffer images;
  private final ByteBuffer masks;
  private final ByteBuffer histories;
  private final ByteBuffer historyKnown;
  private final ByteBuffer evidence;
  private final ByteBuffer partners;

  /**
   * @param height of every sample
   * @param width of every sample
   * @param withMatches whether what occurs twice is looked for
   */
  BatchMemory(int size, int height, int width, boolean withMatches) {
    this.size = size;
    this.height = height;
    this.width = width;
    int pixels = height * width;
    int tokens = tokens();
    images = floats(3 * pixels);
    masks = floats(pixels);
    histories = floats(History.CHANNELS * tokens);
    historyKnown = floats(1);
    evidence = withMatches ? floats(SelfMatcher.CHANNELS * tokens) : null;
    partners = withMatches ? bytes(Long.BYTES * (long) size * tokens) : null;
  }

  /**
   * Writes a sample into its place. Several threads may, each into another place.
   *
   * @param cpu computes what occurs twice, where that is looked for
   */
  void put(int place, TrainingSample sample, NDManager cpu) {
    int pixels = height * width;
    var image = new float[3 * pixels];
    SparseVitWindow.NORMALIZATION.write(sample.picture().samples(), image, 0);
    images.asFloatBuffer().put(place * 3 * pixels, image);
    var mask = new float[pixels];
    for (int p = 0; p < pixels; p++) {
      mask[p] = sample.mask()[p];
    }
    masks.asFloatBuffer().put(place * pixels, mask);
    var history = sample.history() == null ? new float[History.CHANNELS * tokens()] : means(sample);
    histories.asFloatBuffer().put(place * history.length, history);
    historyKnown.asFloatBuffer().put(place, sample.history() == null ? 0 : 1);
    if (evidence != null) {
      var found = SelfMatcher.find(image, 0, height, width, SparseVit.DEVIATIONS, cpu);
      evidence.asFloatBuffer().put(place * found.evidence().length, found.evidence());
      partners.asLongBuffer().put(place * found.partners().length, found.partners());
    }
  }

  /** The batch on a manager's device; on the CPU over this very memory. */
  TrainingBatch on(NDManager manager) {
    int rows = height / TrainingBatch.HISTORY_CELL;
    int columns = width / TrainingBatch.HISTORY_CELL;
    var matches =
        evidence == null
            ? null
            : new Matches(
                array(manager, evidence, new Shape(size, SelfMatcher.CHANNELS, rows, columns)),
                manager.create(
                    partners.rewind(), new Shape(size, (long) rows * columns), DataType.INT64));
    return new TrainingBatch(
        array(manager, images, new Shape(size, 3, height, width)),
        array(manager, masks, new Shape(size, 1, height, width)),
        array(manager, histories, new Shape(size, History.CHANNELS, rows, columns)),
        array(manager, historyKnown, new Shape(size, 1, 1, 1)),
        matches);
  }

  private static NDArray array(NDManager manager, ByteBuffer floats, Shape shape) {
    return manager.create(floats.rewind(), shape, DataType.FLOAT32);
  }

  /** The history averaged over cells. */
  private float[] means(TrainingSample sample) {
    int cell = TrainingBatch.HISTORY_CELL;
    int columns = width / cell;
    var means = new float[History.CHANNELS * tokens()];
    for (int row = 0; row < History.CHANNELS * height; row++) {
      int into = row / cell * columns;
      for (int x = 0; x < width; x++) {
        means[into + x / cell] += sample.history()[row * width + x];
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= cell * cell;
    }
    return means;
  }

  private int tokens() {
    return height / TrainingBatch.HISTORY_CELL * (width / TrainingBatch.HISTORY_CELL);
  }

  private ByteBuffer floats(int perSample) {
    return bytes(Float.BYTES * (long) size * perSample);
  }

  private static ByteBuffer bytes(long count) {
    return ByteBuffer.allocateDirect(Math.toIntExact(count)).order(ByteOrder.nativeOrder());
  }
}
