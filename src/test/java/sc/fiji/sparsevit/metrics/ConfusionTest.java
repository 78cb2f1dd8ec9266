/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConfusionTest {
  private static final Offset<Double> TOLERANCE = within(1e-7);
  private final Confusion confusion = new Confusion(3, 1, 2, 4);

  @Test
  void ratiosFollowTheCounts() {
    assertThat(confusion.precision()).isCloseTo(3 / 4., TOLERANCE);
    assertThat(confusion.recall()).isCloseTo(3 / 5., TOLERANCE);
    assertThat(confusion.f1()).isCloseTo(2 / 3., TOLERANCE);
    assertThat(confusion.iou()).isCloseTo(1 / 2., TOLERANCE);
    assertThat(confusion.accuracy()).isCloseTo(7 / 10., TOLERANCE);
    assertThat(confusion.balancedAccuracy()).isCloseTo((3 / 5. + 4 / 5.) / 2, TOLERANCE);
    assertThat(confusion.falsePositiveRate()).isCloseTo(1 / 5., TOLERANCE);
    assertThat(confusion.flagged()).isEqualTo(4);
  }

  @Test
  void aScoreAtTheThresholdIsNotAboveIt() {
    var scores = new LabeledScores(new float[] {.5f, .5f, .6f, .4f}, new byte[] {1, 0, -1, 0});

    assertThat(Confusion.at(scores, .5)).isEqualTo(new Confusion(1, 0, 1, 2));
    assertThat(Confusion.at(scores, .5).inverted()).isEqualTo(new Confusion(1, 2, 1, 0));
    assertThat(Confusion.ofInvertedProbabilities(scores, .5)).isEqualTo(new Confusion(0, 1, 2, 1));
  }

  @Test
  void paddingIsLeftOut() {
    var scores = new LabeledScores(new float[] {.9f, .9f, .1f, .1f}, new byte[] {1, 0, 1, 0});

    assertThat(Confusion.at(scores.where(new byte[] {1, 0, 0, 1}), .5))
        .isEqualTo(new Confusion(1, 0, 0, 1));
  }

  @Test
  void scoresWithoutTheirLabelsAreRefused() {
    assertThatThrownBy(() -> new LabeledScores(new float[3], new byte[2]))
        .hasMessage("3 scores cannot be compared with 2 labels");
  }
}
