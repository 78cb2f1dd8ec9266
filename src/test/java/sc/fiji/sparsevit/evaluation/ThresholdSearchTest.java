/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.evaluation.CalibrationOptions.Basis;

class ThresholdSearchTest {
  /** One hundred images of four pixels, the highest of which is 0, 0.01, ..., 0.99. */
  private final List<ImageResult> hundred =
      IntStream.range(0, 100)
          .mapToObj(i -> EvaluationResults.authentic("image" + i, 0, i / 100f, 0, 0))
          .toList();

  @Test
  void theWantedShareOfImagesLiesAboveTheThreshold() {
    var found = ThresholdSearch.of(hundred, 0.07, Basis.IMAGES);

    assertThat(found.threshold()).isEqualTo(.92f);
    assertThat(found.measured()).isEqualTo(.07);
    assertThat(found.measuredInterval().low()).isBetween(.03, .07);
    assertThat(found.measuredInterval().high()).isBetween(.07, .15);
    assertThat(found.thresholdInterval().low()).isBetween(.8, .92);
    assertThat(found.thresholdInterval().high()).isBetween(.92, .99);
  }

  @Test
  void tooFewImagesGiveTheirHighestLevelAndAWideInterval() {
    var found = ThresholdSearch.of(hundred.subList(0, 10), 0.01, Basis.IMAGES);

    assertThat(found.threshold()).isEqualTo(.09f);
    assertThat(found.measured()).isZero();
    assertThat(found.measuredInterval().high()).isGreaterThan(.2);
  }

  @Test
  void atMostTheWantedShareOfPixelsLiesAboveTheThreshold() {
    var found = ThresholdSearch.of(hundred, 0.05, Basis.PIXELS);

    // 20 of the 400 pixels: those of 0.80 to 0.99.
    assertThat(found.measured()).isEqualTo(.05);
    assertThat(found.threshold()).isCloseTo(.79, within(1 / 256.));
    assertThat(found.thresholdInterval().low()).isLessThan(found.threshold());
    assertThat(found.thresholdInterval().high()).isGreaterThan(found.threshold());
  }

  @Test
  void pixelsThatAreAllCertainTakeAThresholdOfOne() {
    var found =
        ThresholdSearch.of(List.of(EvaluationResults.authentic("a", 1, 1)), 0.5, Basis.PIXELS);

    assertThat(found.threshold()).isEqualTo(1);
    assertThat(found.measured()).isZero();
  }
}
