/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.TrainingSample;

class TrainingBatchTest {

  private static final int HEIGHT = 16;
  private static final int WIDTH = 24;

  @Test
  void historiesAreAveragedOverCellsOfEightByEight() {
    var history = new float[History.CHANNELS * HEIGHT * WIDTH];
    // The third channel counts the cells from left to right and down, with a ripple of mean 0.
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        float ripple = x % 2 == 0 ? 1 : -1;
        history[(2 * HEIGHT + y) * WIDTH + x] = y / 8 * 3 + x / 8 + ripple;
      }
    }

    try (var manager = NDManager.newBaseManager()) {
      var batch = TrainingBatch.of(List.of(sample(history), sample(null)), manager);

      assertThat(batch.histories().getShape()).isEqualTo(new Shape(2, History.CHANNELS, 2, 3));
      float[] averaged = batch.histories().toFloatArray();
      var expected = new float[averaged.length];
      for (int cell = 0; cell < 6; cell++) {
        expected[2 * 6 + cell] = cell;
      }
      assertThat(averaged).containsExactly(expected);
      assertThat(batch.historyKnown().toFloatArray()).containsExactly(1, 0);
    }
  }

  private static TrainingSample sample(float[] history) {
    var picture = new RgbRaster(WIDTH, HEIGHT, new byte[3 * WIDTH * HEIGHT]);
    return new TrainingSample(picture, new byte[WIDTH * HEIGHT], history, ForgeryKind.AUTHENTIC);
  }
}
