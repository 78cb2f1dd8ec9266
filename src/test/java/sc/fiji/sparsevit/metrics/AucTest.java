/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AucTest {
  @Test
  void perfectOrderIsOneAndItsReverseZero() {
    assertThat(auc(new float[] {.1f, .2f, .8f, .9f}, 0, 0, 1, 1)).isEqualTo(1);
    assertThat(auc(new float[] {.1f, .2f, .8f, .9f}, 1, 1, 0, 0)).isZero();
  }

  @Test
  void tiesShareTheirRank() {
    assertThat(auc(new float[] {.5f, .5f, .5f}, 0, 1, 0)).isEqualTo(.5);
    assertThat(auc(new float[] {.3f, .7f, .7f, .9f}, 0, 0, 1, 1)).isEqualTo(.875);
  }

  @Test
  void isUndefinedWithOneClassOnly() {
    assertThat(auc(new float[] {.1f, .9f}, 1, 1)).isNaN();
    assertThat(auc(new float[] {.1f, .9f}, 0, 0)).isNaN();
    assertThat(auc(new float[0])).isNaN();
  }

  @Test
  void takesLogitsToo() {
    assertThat(auc(new float[] {-3, -.5f, -0f, 0, 2}, 0, 1, 0, 1, 1)).isEqualTo(4.5 / 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 40, 1 << 20})
  void equalsTheCountOfAllPairs(int levels) {
    var random = new Random(levels);
    var values = new float[700];
    var labels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(levels) / (float) levels - .2f;
      labels[i] = (byte) random.nextInt(2);
    }
    double won = 0;
    long pairs = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        if (labels[i] == 1 && labels[j] == 0) {
          won += values[i] > values[j] ? 1 : values[i] == values[j] ? .5 : 0;
          pairs++;
        }
      }
    }

    assertThat(Auc.of(new LabeledScores(values, labels))).isCloseTo(won / pairs, within(1e-12));
  }

  private static double auc(float[] values, int... labels) {
    var bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return Auc.of(new LabeledScores(values, bytes));
  }
}
