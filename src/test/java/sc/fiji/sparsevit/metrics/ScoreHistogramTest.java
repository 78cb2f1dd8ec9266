/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {
  private final LabeledScores scores = randomScores();

  @Test
  void eachStepHasTheExactConfusion() {
    var confusions = ScoreHistogram.of(scores).confusions();

    assertThat(confusions[0].flagged()).isEqualTo(scores.size());
    for (int k = 1; k < ScoreHistogram.STEPS; k++) {
      assertThat(confusions[k]).isEqualTo(Confusion.at(scores, ScoreHistogram.threshold(k)));
    }
  }

  @Test
  void countsOfSeveralImagesAddUp() {
    var sum = ScoreHistogram.of(scores).plus(ScoreHistogram.of(scores)).confusions()[77];
    var one = ScoreHistogram.of(scores).confusions()[77];

    assertThat(sum.truePositives()).isEqualTo(2 * one.truePositives());
    assertThat(sum.trueNegatives()).isEqualTo(2 * one.trueNegatives());
  }

  /** Many values lie on a threshold exactly; 0 and 1 are among them. */
  private static LabeledScores randomScores() {
    var random = new Random(1);
    var values = new float[5000];
    var labels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? random.nextInt(257) / 256f : random.nextFloat();
      labels[i] = (byte) random.nextInt(2);
    }
    return new LabeledScores(values, labels);
  }
}
