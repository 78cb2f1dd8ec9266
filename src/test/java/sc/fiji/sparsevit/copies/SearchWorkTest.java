/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.progress.ProgressListener;

class SearchWorkTest {

  /** Each keypoint, as it is and mirrored, with as many as are compared without looking up. */
  private static final double MOST_COMPARISONS = 180;

  /** Of everything with everything, there would be a hundred times as many. */
  private static final double MOST_QUESTIONS = 60;

  /** Four candidates beside one another may each use up what is left. */
  private static final double MOST_PIXELS = 12;

  /**
   * For each pixel of the picture, at two sizes: what repeats everywhere must not cost more and
   * more the more often it repeats, nor fill the report.
   */
  @ParameterizedTest
  @CsvSource({
    "bricks, 64, 24, 640", "bricks, 64, 24, 1280",
    "halftone, 6, 6, 640", "halftone, 6, 6, 1280",
    "mesh, 17, 17, 640", "mesh, 17, 17, 1280",
    "tile, 24, 24, 640", "tile, 24, 24, 1280",
    "tile, 60, 60, 640", "tile, 60, 60, 1280",
    "tile, 90, 72, 640", "tile, 90, 72, 1280"
  })
  void theWorkForATextureThatRepeatsIsBounded(String kind, int width, int height, int side) {
    var texture = texture(kind, width, height, side);
    var features = CopyFinder.features(texture, ProgressListener.NONE);
    var work = new SearchWork();

    var pairs = CopyFinder.within(texture, features, work, ProgressListener.NONE);

    double area = (double) side * side;
    assertThat(work.comparisons() / area).isBetween(1.0, MOST_COMPARISONS);
    assertThat(work.questions() / area).isBetween(0.1, MOST_QUESTIONS);
    assertThat(work.pixels() / area).isBetween(0.1, MOST_PIXELS);
    assertThat(pairs).hasSizeLessThan(3);
  }

  /** With the noise of a scan, so that no two places are equal, but for the tiles. */
  private static Luminance texture(String kind, int width, int height, int side) {
    var random = new Random(9);
    var tile = DotPictures.dots(width, height, 3);
    var levels = new byte[side * side];
    for (int i = 0; i < levels.length; i++) {
      int row = i / side / height;
      int x = (i % side + (kind.equals("bricks") && row % 2 == 1 ? width / 2 : 0)) % width;
      int y = i / side % height;
      double dot = Math.hypot(x - width / 2.0, y - height / 2.0);
      boolean dark = kind.equals("halftone") ? dot < 2.2 : x < 3 || y < 3;
      levels[i] =
          kind.equals("tile")
              ? tile.levels()[y * width + x]
              : (byte) ((dark ? 90 : 180) + 3 * random.nextGaussian());
    }
    return new Luminance(side, side, levels);
  }
}
