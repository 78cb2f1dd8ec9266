/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.matching.SelfMatcher;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.TrainingSample;

class BatchMemoryTest {

  private static final int HEIGHT = 64;
  private static final int WIDTH = 96;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void matchesAreThoseThatTheNetworkWouldFind() {
    var batch = batch(true, sample(1, false), sample(2, false));

    var expected = SelfMatcher.match(batch.images(), SparseVit.DEVIATIONS);
    assertThat(batch.matches().partners().toLongArray())
        .isEqualTo(expected.partners().toLongArray());
    assertThat(batch.matches().evidence().toFloatArray())
        .isEqualTo(expected.evidence().toFloatArray());
    assertThat(batch.matches().evidence().getShape())
        .isEqualTo(new Shape(2, SelfMatcher.CHANNELS, HEIGHT / 8, WIDTH / 8));
  }

  @Test
  void nobodyLooksForMatchesThatNobodyTakes() {
    assertThat(batch(false, sample(1, false)).matches()).isNull();
  }

  @Test
  void historiesAreMeansOverCellsAndKnownOnlyWhereTheyAre() {
    var known = sample(1, true);
    var batch = batch(false, sample(2, false), known);

    assertThat(batch.historyKnown().toFloatArray()).containsExactly(0, 1);
    var means = batch.histories();
    assertThat(means.getShape()).isEqualTo(new Shape(2, History.CHANNELS, HEIGHT / 8, WIDTH / 8));
    assertThat(means.get("0").sum().getFloat()).isZero();
    double sum = 0;
    for (int y = 8; y < 16; y++) {
      for (int x = 16; x < 24; x++) {
        sum += known.history()[(2 * HEIGHT + y) * WIDTH + x];
      }
    }
    assertThat((double) means.get("1,2,1,2").getFloat()).isCloseTo(sum / 64, within(1e-6));
  }

  @Test
  void samplesStandInTheirPlaces() {
    var first = sample(1, false);
    var second = sample(2, false);
    var batch = batch(false, first, second);

    float[] masks = batch.masks().toFloatArray();
    assertThat(masks[3 * WIDTH + 5]).isEqualTo(first.mask()[3 * WIDTH + 5]);
    assertThat(masks[HEIGHT * WIDTH + 7]).isEqualTo(second.mask()[7]);
    int red = second.picture().samples()[0] & 255;
    double normalized = (red / 255.0 - SparseVit.MEANS.get(0)) / SparseVit.DEVIATIONS.get(0);
    assertThat((double) batch.images().get("1,0,0,0").getFloat())
        .isCloseTo(normalized, within(1e-6));
  }

  private TrainingBatch batch(boolean withMatches, TrainingSample... samples) {
    var memory = new BatchMemory(samples.length, HEIGHT, WIDTH, withMatches);
    for (int i = 0; i < samples.length; i++) {
      memory.put(i, samples[i], manager);
    }
    return memory.on(manager);
  }

  private static TrainingSample sample(long seed, boolean withHistory) {
    var random = new Random(seed);
    var bytes = new byte[3 * HEIGHT * WIDTH];
    random.nextBytes(bytes);
    var mask = new byte[HEIGHT * WIDTH];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) random.nextInt(2);
    }
    var history = new float[History.CHANNELS * HEIGHT * WIDTH];
    for (int i = 0; i < history.length; i++) {
      history[i] = random.nextFloat();
    }
    return new TrainingSample(
        new RgbRaster(WIDTH, HEIGHT, bytes),
        Arrays.copyOf(mask, mask.length),
        withHistory ? history : null,
        ForgeryKind.SPLICE);
  }
}
