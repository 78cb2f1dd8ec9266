/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDManager;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.network.Head;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.SparsityRun;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/** A network and samples small enough to train within a test. */
final class Toy {

  static final int SIDE = 64;

  private Toy() {}

  static SparseVitConfig config() {
    return config(1);
  }

  /** With so many convolution blocks, which hold the batch norms, in stages 1 and 2. */
  static SparseVitConfig config(int convolutionBlocks) {
    return new SparseVitConfig(
        List.of(8, 8, 16, 16),
        List.of(convolutionBlocks, convolutionBlocks),
        List.of(new SparsityRun(2, 1), new SparsityRun(1, 1)),
        List.of(new SparsityRun(2, 1), new SparsityRun(1, 1)),
        8,
        Head.LFF,
        false);
  }

  /** Everything that is random in a run is switched on. */
  static TrainingOptions options(long steps) {
    return options(steps, 2, 2, 0.3f, Objective.lite());
  }

  static TrainingOptions options(
      long steps, int batch, int accumulation, float dropPath, Objective objective) {
    return new TrainingOptions(
        steps,
        batch,
        accumulation,
        0,
        new LearningRate(2e-3f, 1e-4f, 2, steps),
        0.05f,
        1,
        dropPath,
        0.9f,
        objective,
        PrecisionChoice.FLOAT32,
        3,
        Duration.ZERO,
        4);
  }

  /** Smooth pictures with a noisy rectangle; every third is authentic. */
  static TrainingSample sample(long number) {
    var random = new SplittableRandom(number * 7919 + 13).split();
    var picture = new RgbRaster(SIDE, SIDE);
    var mask = new byte[SIDE * SIDE];
    boolean forged = number % 3 != 0;
    int left = random.nextInt(SIDE / 2);
    int top = random.nextInt(SIDE / 2);
    int gray = 40 + random.nextInt(150);
    for (int i = 0; i < mask.length; i++) {
      int x = i % SIDE - left;
      int y = i / SIDE - top;
      boolean inside = forged && x >= 0 && x < 28 && y >= 0 && y < 28;
      int level = inside ? random.nextInt(256) : gray + (x + y) / 4;
      picture.set(i, level << 16 | level << 8 | level);
      mask[i] = (byte) (inside ? 1 : 0);
    }
    return new TrainingSample(
        picture,
        mask,
        new float[History.CHANNELS * SIDE * SIDE],
        forged ? ForgeryKind.RETOUCHING : ForgeryKind.AUTHENTIC);
  }

  /** The more steps a network has behind it, the better; it follows from its weights alone. */
  static ValidationScore score(SparseVit network, NDManager manager) {
    var batches = network.state().get("encoder_net.blocks1.0.norm1.num_batches_tracked");
    return new ValidationScore(batches.getArray().getLong() / 1000.0, 0.5, 0);
  }
}
