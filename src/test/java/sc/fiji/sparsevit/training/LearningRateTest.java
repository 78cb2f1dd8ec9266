/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

  private final LearningRate rate = new LearningRate(1e-3f, 1e-5f, 10, 111);

  @Test
  void warmUpRisesLinearlyToThePeak() {
    assertThat(rate.at(0)).isCloseTo(1e-4f, within(1e-9f));
    assertThat(rate.at(4)).isCloseTo(5e-4f, within(1e-9f));
    assertThat(rate.at(9)).isEqualTo(1e-3f);
    assertThat(rate.at(10)).isEqualTo(1e-3f);
  }

  @Test
  void cosineFallsFromThePeakToTheEnd() {
    assertThat(rate.at(60)).as("half way").isCloseTo((1e-3f + 1e-5f) / 2, within(1e-8f));
    assertThat(rate.at(110)).as("last step").isEqualTo(1e-5f);
    for (int step = 11; step <= 110; step++) {
      assertThat(rate.at(step)).isLessThan(rate.at(step - 1));
    }
  }

  @Test
  void withoutWarmUpItStartsAtThePeak() {
    assertThat(new LearningRate(1e-3f, 0, 0, 5).at(0)).isEqualTo(1e-3f);
  }
}
