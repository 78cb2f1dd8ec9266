/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowAxisTest {

  private static final int STEP = 32;

  @ParameterizedTest
  @MethodSource("sizesAndMultiples")
  void windowsCoverTheAxisOnTheTokenGridAndTheirWeightsAddUpToOne(int size, int multiple) {
    var axis = WindowAxis.cover(size, window(multiple));
    int end = axis.offsets()[axis.offsets().length - 1] + axis.length();

    assertThat(end).as("padded by less than a multiple").isBetween(size, size + multiple - 1);
    assertThat(axis.length() % multiple).isZero();
    assertThat(axis.offsets()).isSorted().startsWith(0);
    assertThat(Arrays.stream(axis.offsets()).allMatch(o -> o % STEP == 0)).isTrue();

    var sums = new double[end];
    for (int i = 0; i < axis.offsets().length; i++) {
      float[] weights = axis.weights(i);
      for (int p = 0; p < axis.length(); p++) {
        assertThat(weights[p]).isBetween(0f, 1f);
        sums[axis.offsets()[i] + p] += weights[p];
      }
    }
    for (double sum : sums) {
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  static Stream<Arguments> sizesAndMultiples() {
    return IntStream.of(
            1, 127, 128, 129, 511, 512, 513, 640, 641, 897, 928, 960, 1000, 1024, 1025, 1344, 4096,
            99_999)
        .boxed()
        .flatMap(size -> Stream.of(32, 64, 128).map(multiple -> Arguments.of(size, multiple)));
  }

  /** With windows of 512 that share at least 128, 928 pixels take three, 0-511 and 416-927 too. */
  @Test
  void threeWindowsMayOverlap() {
    var offsets = WindowAxis.cover(928, window(32)).offsets();

    assertThat(offsets).hasSize(3);
    assertThat(offsets[2]).isLessThan(512);
  }

  @ParameterizedTest
  @ValueSource(ints = {513, 1000, 5000})
  void aWindowCountsNothingAtABorderInsideTheImage(int size) {
    var axis = WindowAxis.cover(size, window(128));

    assertThat(axis.weights(0)[axis.length() - 1]).isLessThan(1e-3f);
    assertThat(axis.weights(1)[0]).isLessThan(1e-3f);
  }

  @ParameterizedTest
  @CsvSource({"1, 16", "1000, 1008", "5000, 5008"})
  void aNetworkThatTakesAnImageInOnePieceGetsItSo(int size, int padded) {
    var axis = WindowAxis.cover(size, Window.whole(16, SparseVitWindow.NORMALIZATION));

    assertThat(axis.offsets()).containsExactly(0);
    assertThat(axis.length()).isEqualTo(padded);
    assertThat(axis.weights(0)).containsOnly(1f);
  }

  @Test
  void aWindowThatNoNetworkCanTakeIsRefused() {
    var colors = SparseVitWindow.NORMALIZATION;

    assertThatThrownBy(() -> new Window(500, 128, 128, 32, colors)).hasMessageContaining("500");
    assertThatThrownBy(() -> new Window(512, 512, 128, 32, colors))
        .hasMessageContaining("overlap by 512");
    assertThatThrownBy(() -> new Window(512, 128, 128, 48, colors)).hasMessageContaining("48");
  }

  private static Window window(int multiple) {
    return new Window(512, 128, multiple, STEP, SparseVitWindow.NORMALIZATION);
  }
}
