/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.progress.ProgressListener;

class SeamTest {

  @ParameterizedTest
  @CsvSource({"0, false, 1", "0, true, 1", "70, false, 1", "0, false, 0.7", "0, false, 1.5"})
  void grayLevelsJumpAroundWhatWasPasted(double degrees, boolean mirrored, double scale) {
    var to = DotPictures.taking(110, 150, 330, 180, degrees, mirrored, scale);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), 110, 150, 60, to);
    var pair = CopyFinder.within(picture, ProgressListener.NONE).get(0);
    var fromCopy = pair.first().contains(110, 150) ? pair.reversed() : pair;

    assertThat(Seam.between(picture, fromCopy)).isGreaterThan(0.15);
    assertThat(Seam.between(picture, fromCopy.reversed())).isLessThan(-0.15);
  }
}
