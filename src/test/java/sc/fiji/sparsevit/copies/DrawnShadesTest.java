/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawnShadesTest {

  private static final int WIDTH = 200;
  private static final int HEIGHT = 160;

  @Test
  void fewGrayLevelsOrEqualPixelsLookDrawn() {
    assertThat(fill(dots(2, HEIGHT))).isTrue();
    assertThat(fill(dots(12, HEIGHT))).isFalse();
    // Blocks of 6 pixels, each of another gray level
    var blocks = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = (byte) (i % WIDTH / 6 * 37 + i / WIDTH / 6 * 53);
    }
    assertThat(fill(blocks)).isFalse();
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = (byte) (i % WIDTH / 16 * 37 + i / WIDTH / 16 * 53);
    }
    assertThat(fill(blocks)).isTrue();
  }

  @Test
  void onlyPixelsOfThePartCount() {
    var picture = new Luminance(WIDTH, HEIGHT, dots(2, 60));
    var box = new Rectangle(10, 10, 180, 140);
    var mask = new boolean[180 * 140];
    Arrays.fill(mask, 0, 180 * 40, true);

    assertThat(DrawnShades.fill(picture, box, mask)).isTrue();

    Arrays.fill(mask, 0, 180 * 60, false);
    Arrays.fill(mask, 180 * 70, mask.length, true);
    assertThat(DrawnShades.fill(picture, box, mask)).isFalse();
  }

  @Test
  void aPictureLooksDrawnIfMostOfItDoes() {
    assertThat(DrawnShades.fill(new Luminance(WIDTH, HEIGHT, dots(2, HEIGHT)))).isTrue();
    assertThat(DrawnShades.fill(new Luminance(WIDTH, HEIGHT, dots(2, 120)))).isTrue();
    assertThat(DrawnShades.fill(new Luminance(WIDTH, HEIGHT, dots(2, 60)))).isFalse();
    assertThat(DrawnShades.fill(new Luminance(1, 1, new byte[1]))).isFalse();
  }

  private static boolean fill(byte[] levels) {
    var mask = new boolean[WIDTH * HEIGHT];
    Arrays.fill(mask, true);
    return DrawnShades.fill(
        new Luminance(WIDTH, HEIGHT, levels), new Rectangle(WIDTH, HEIGHT), mask);
  }

  /**
   * @param most gray levels, in the rows above; many below
   */
  private static byte[] dots(int most, int rows) {
    var random = new Random(2);
    var levels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (100 + random.nextInt(i / WIDTH < rows ? most : 30));
    }
    return levels;
  }
}
