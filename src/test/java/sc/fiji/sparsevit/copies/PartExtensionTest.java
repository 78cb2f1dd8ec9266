/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
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

  /** A bright tower twice, cut out along its outline: only its edges look alike in the sky. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theSkyBesideAnEdgeIsNotTakenIn(boolean mirrored) {
    var tower = new Rectangle(104, 90, 53, 121);
    var dots = DotPictures.dots(120, 160, 11);
    byte[] levels = DotPictures.grain(WIDTH, HEIGHT, 12).levels();
    for (int i = 0; i < levels.length; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      levels[i] =
          (byte)
              (tower.contains(x, y)
                  ? dots.at(x - 70, y - 70) / 2 + 128
                  : 36 + (levels[i] & 255) / 2);
    }
    var picture = new Luminance(WIDTH, HEIGHT, levels.clone());
    var back = DotPictures.taking(130, 150, 370, 190, 0, mirrored, 1).inverse();
    for (int i = 0; i < levels.length; i++) {
      int x = (int) Math.round(back.x(i % WIDTH, i / WIDTH));
      int y = (int) Math.round(back.y(i % WIDTH, i / WIDTH));
      if (tower.contains(x, y)) {
        picture.levels()[i] = levels[y * WIDTH + x];
      }
    }

    var pairs = CopyFinder.within(picture, ProgressListener.NONE);

    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).first().area()).isLessThan(59 * 127 * 5 / 4);
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
