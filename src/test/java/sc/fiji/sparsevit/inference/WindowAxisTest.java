/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowAxisTest {

  private static final int MULTIPLE = 128;

  @ParameterizedTest
  @ValueSource(ints = {1, 127, 128, 129, 511, 512, 513, 640, 641, 1000, 1024, 1025, 4096, 99_999})
  void windowsCoverTheAxisOnTheTokenGridAndTheirWeightsAddUpToOne(int size) {
    var axis = WindowAxis.cover(size, MULTIPLE, 512);
    int end = axis.offsets()[axis.offsets().length - 1] + axis.length();

    assertThat(end).as("padded by less than a multiple").isBetween(size, size + MULTIPLE - 1);
    assertThat(axis.length() % MULTIPLE).isZero();
    assertThat(axis.offsets()).isSorted().startsWith(0);
    assertThat(Arrays.stream(axis.offsets()).allMatch(o -> o % WindowAxis.OFFSET_STEP == 0))
        .isTrue();

    var sums = new float[end];
    for (int i = 0; i < axis.offsets().length; i++) {
      float[] weights = axis.weights(i);
      for (int p = 0; p < axis.length(); p++) {
        sums[axis.offsets()[i] + p] += weights[p];
      }
    }
    for (float sum : sums) {
      assertThat(sum).isCloseTo(1, within(1e-5f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {513, 1000, 5000})
  void aWindowCountsNothingAtABorderInsideTheImage(int size) {
    var axis = WindowAxis.cover(size, MULTIPLE, 512);

    assertThat(axis.weights(0)[axis.length() - 1]).isLessThan(1e-3f);
    assertThat(axis.weights(1)[0]).isLessThan(1e-3f);
  }
}
