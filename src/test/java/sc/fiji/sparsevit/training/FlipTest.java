/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.JpegGrid;
import sc.fiji.sparsevit.training.sample.TrainingSample;

class FlipTest {

  private static final int WIDTH = 32;
  private static final int HEIGHT = 16;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void mirroredBatchIsTheBatchOfMirroredSamples() {
    var history = new History(0.5, 1, 2, 80, new JpegGrid(3, 5));
    var one = TrainingBatch.of(List.of(sample(false, history)), manager);
    var mirrored = TrainingBatch.of(List.of(sample(true, history.mirrored(WIDTH))), manager);

    var flipped = Flip.MIRRORED.tensors(one);

    assertThat(flipped.masks()).isEqualTo(mirrored.masks());
    assertThat(flipped.historyKnown()).isEqualTo(mirrored.historyKnown());
    assertThat(flipped.histories().allClose(mirrored.histories(), 1e-5, 1e-6, false)).isTrue();
    assertThat(Flip.MIRRORED.prepared(new NDList(one.images())).head())
        .isEqualTo(mirrored.images());
  }

  @ParameterizedTest
  @EnumSource
  void partnersMoveWithTheTokensThatTheyAnswer(Flip flip) {
    int n = 2;
    int rows = 3;
    int columns = 5;
    int tokens = rows * columns;
    var random = new SplittableRandom(4);
    long[] partners = random.longs(n * tokens, 0, tokens).toArray();
    // Images and evidence that number their tokens tell where each one has gone.
    var numbers =
        manager.arange(n * tokens).reshape(n, 1, rows, columns).toType(DataType.FLOAT32, false);
    var before = new NDList(numbers, numbers, manager.create(partners, new Shape(n, tokens)));

    var after = flip.prepared(before);

    assertThat(after.get(1)).isEqualTo(after.get(0));
    float[] number = after.get(1).toFloatArray();
    long[] moved = after.get(2).toLongArray();
    for (int image = 0; image < n; image++) {
      for (int token = 0; token < tokens; token++) {
        int at = image * tokens + token;
        int asked = (int) number[at];
        int answers = (int) number[image * tokens + (int) moved[at]] - image * tokens;
        assertThat(answers).isEqualTo((int) partners[asked]);
      }
    }
    assertThat(number).isNotEqualTo(numbers.toFloatArray());
  }

  @ParameterizedTest
  @EnumSource
  void flippedTwiceABatchIsWhatItWas(Flip flip) {
    var history = new History(2, 0, 0, 60, new JpegGrid(1, 6));
    var one = TrainingBatch.of(List.of(sample(false, history)), manager);

    var twice = flip.tensors(flip.tensors(one));

    assertThat(twice.masks()).isEqualTo(one.masks());
    assertThat(twice.histories()).isEqualTo(one.histories());
    assertThat(flip.tensors(one).masks()).isNotEqualTo(one.masks());
    assertThat(flip.tensors(one).histories()).isNotEqualTo(one.histories());
  }

  /** One history everywhere, and a different gray level at every pixel. */
  private static TrainingSample sample(boolean mirrored, History history) {
    var picture = new RgbRaster(WIDTH, HEIGHT);
    var mask = new byte[WIDTH * HEIGHT];
    float[] target = history.target();
    var histories = new float[History.CHANNELS * mask.length];
    for (int i = 0; i < mask.length; i++) {
      int x = i % WIDTH;
      int from = mirrored ? i - x + WIDTH - 1 - x : i;
      picture.set(i, 0x010101 * (from % 256));
      mask[i] = (byte) (from % 5 == 0 ? 1 : 0);
    }
    for (int i = 0; i < histories.length; i++) {
      histories[i] = target[i / mask.length];
    }
    return new TrainingSample(picture, mask, histories, ForgeryKind.SPLICE);
  }
}
