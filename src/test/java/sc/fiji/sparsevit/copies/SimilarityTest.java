/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

  @ParameterizedTest
  @CsvSource({"30, false, 2", "-170, true, 0.5", "90, true, 1"})
  void theInverseTakesBack(double degrees, boolean mirrored, double scale) {
    var there = DotPictures.taking(10, 20, 70, -5, degrees, mirrored, scale);

    var back = there.inverse();

    double x = there.x(3, 8);
    double y = there.y(3, 8);
    assertThat(back.x(x, y)).isCloseTo(3, within(1e-9));
    assertThat(back.y(x, y)).isCloseTo(8, within(1e-9));
    assertThat(there.angle()).isCloseTo(degrees, within(1e-9));
    assertThat(there.scale()).isCloseTo(scale, within(1e-9));
    assertThat(back.scale()).isCloseTo(1 / scale, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"30, false, 2", "-170, true, 0.5"})
  void oneAfterAnotherIsBoth(double degrees, boolean mirrored, double scale) {
    var first = DotPictures.taking(0, 0, 4, 5, 12, false, 1.1);
    var second = DotPictures.taking(10, 20, 70, -5, degrees, mirrored, scale);

    var both = second.after(first);

    double x = first.x(3, 8);
    double y = first.y(3, 8);
    assertThat(both.x(3, 8)).isCloseTo(second.x(x, y), within(1e-9));
    assertThat(both.y(3, 8)).isCloseTo(second.y(x, y), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, 1, moved",
    "90, false, 1, turned 90 degrees clockwise",
    "-45.2, false, 1, turned 45 degrees counterclockwise",
    "0, true, 1, mirrored",
    "1.2, false, 1, turned 1 degree clockwise",
    "180, true, 1, 'mirrored, turned 180 degrees'",
    "90, true, 1.3, 'mirrored, turned 90 degrees clockwise, 1.3 times as large'",
    "0, false, 0.62, 0.62 times as large"
  })
  void itIsSaidInWords(double degrees, boolean mirrored, double scale, String words) {
    assertThat(DotPictures.taking(0, 0, 50, 60, degrees, mirrored, scale).words()).isEqualTo(words);
  }

  /** A hundredth of a turn more, or a thousandth of the size, adds up along the part. */
  @ParameterizedTest
  @CsvSource({
    "0, false, 1, 70, 0",
    "90, false, 1, 70, 0",
    "180, true, 1, 70, 0",
    "0, false, 1, 70.3, 0.3",
    "0, false, 1.01, 70, 0.5",
    "89, false, 1, 70, 0.87"
  })
  void itTakesPixelsBesideWholeOnesBySoMuch(
      double degrees, boolean mirrored, double scale, double column, double off) {
    var similarity = DotPictures.taking(40, 50, column, 20, degrees, mirrored, scale);

    assertThat(similarity.off(new Rectangle(10, 10, 60, 80))).isCloseTo(off, within(0.01));
  }

  @Test
  void theClosestOneThatTakesPixelsToWholeOnesIsFound() {
    var nearly = DotPictures.taking(40, 50, 70.3, 19.8, 91, true, 1.01);

    var whole = nearly.whole(new Rectangle(10, 10, 60, 80));

    assertThat(whole.words()).isEqualTo("mirrored, turned 90 degrees clockwise");
    assertThat(whole.scale()).isEqualTo(1);
    assertThat(whole.x(40, 50)).isEqualTo(70);
    assertThat(whole.y(40, 50)).isEqualTo(20);
  }
}
