/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.progress.ProgressListener;

class PartExtensionTest {

  private static final int WIDTH = 520;
  private static final int HEIGHT = 360;
  private static final int RADIUS = 70;

  /** All that can be matched lies in the middle of what was copied; the rest is sky. */
  @ParameterizedTest
  @CsvSource({"0, false", "0, true", "35, false"})
  void aCopyIsFoundAsFarAsItsGrainGoes(double degrees, boolean mirrored) {
    var to = DotPictures.taking(130, 150, 370, 190, degrees, mirrored, 1);
    var picture = DotPictures.copied(sky(), 130, 150, RADIUS, to);

    var pairs = CopyFinder.within(picture, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    double disk = Math.PI * RADIUS * RADIUS;
    assertThat(pairs.get(0).first().area() / disk).isCloseTo(1, within(0.25));
    assertThat(pairs.get(0).second().area() / disk).isCloseTo(1, within(0.25));
  }

  /** A thing twice, each time before a sky of its own. */
  @ParameterizedTest
  @CsvSource({"0, false", "35, false"})
  void whatHasAnotherGrainIsNotTakenIn(double degrees, boolean mirrored) {
    var to = DotPictures.taking(130, 150, 370, 190, degrees, mirrored, 1);
    var picture = DotPictures.copied(sky(), 130, 150, 32, to);

    var pairs = CopyFinder.within(picture, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).first().area()).isLessThan((int) (1.25 * Math.PI * 32 * 32));
  }

  /** A bright thing twice, cut out along its outline: only its edge looks alike in the sky. */
  @ParameterizedTest
  @CsvSource({"0, false", "0, true", "35, false"})
  void theSkyBesideAnEdgeIsNotTakenIn(double degrees, boolean mirrored) {
    var sky = sky();
    for (int i = 0; i < sky.levels().length; i++) {
      if (Math.hypot(i % WIDTH - 130, i / WIDTH - 150) <= 26) {
        sky.levels()[i] = (byte) Math.min(255, (sky.levels()[i] & 255) / 2 + 128);
      }
    }
    var to = DotPictures.taking(130, 150, 370, 190, degrees, mirrored, 1);
    var picture = DotPictures.copied(sky, 130, 150, 27, to);

    var pairs = CopyFinder.within(picture, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).first().area()).isLessThan((int) (Math.PI * 31 * 31));
  }

  private static Luminance sky() {
    var thing = DotPictures.dots(60, 60, 11);
    var grain = DotPictures.grain(WIDTH, HEIGHT, 12);
    byte[] levels = grain.levels();
    for (int y = -26; y <= 26; y++) {
      for (int x = -26; x <= 26; x++) {
        if (Math.hypot(x, y) <= 26) {
          levels[(150 + y) * WIDTH + 130 + x] = (byte) thing.at(30 + x, 30 + y);
        }
      }
    }
    return grain;
  }
}
