/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;

/**
 * Recognizes drawn shades: they have hardly more than two gray levels wherever one looks, or hardly
 * a pixel that differs from those beside it. Their steps and dots look like grain, but occur again
 * and again. Compression makes the sky of a photograph as even, but seldom most of it.
 */
final class DrawnShades {

  /**
   * Pixels around a place in which there are some gray levels, and how far these reach at least.
   */
  private static final int NEAR = 4;

  private static final int LEAST_RANGE = 3;

  private static final double MOST_EVEN = 0.5;
  private static final double MOST_FLAT = 0.5;

  /** Of 39 large pictures, 6 that are drawn have more; of the others, only one photograph has. */
  private static final double MOST_EVEN_OF_ALL = 0.55;

  /** A whole picture is judged by one place of so many across and down. */
  private static final int APART = 16;

  private DrawnShades() {}

  /** Whether a part of a picture looks drawn. */
  static boolean fill(Luminance picture, Rectangle box, boolean[] mask) {
    int places = 0;
    int even = 0;
    int flat = 0;
    for (int y = NEAR; y < box.height - NEAR; y += NEAR) {
      for (int x = NEAR; x < box.width - NEAR; x += NEAR) {
        if (mask[y * box.width + x]) {
          places++;
          even += isEven(picture, box.x + x, box.y + y) ? 1 : 0;
          flat += isFlat(picture, box.x + x, box.y + y) ? 1 : 0;
        }
      }
    }
    return even > MOST_EVEN * places || flat > MOST_FLAT * places;
  }

  /** Whether most of a picture looks drawn. */
  static boolean fill(Luminance picture) {
    int places = 0;
    int even = 0;
    for (int y = APART / 2; y < picture.height() - NEAR; y += APART) {
      for (int x = APART / 2; x < picture.width() - NEAR; x += APART) {
        places++;
        even += isEven(picture, x, y) ? 1 : 0;
      }
    }
    return even > MOST_EVEN_OF_ALL * places;
  }

  /** Whether the darkest and the brightest gray level near a place differ little. */
  private static boolean isEven(Luminance picture, int x, int y) {
    int least = 255;
    int most = 0;
    for (int v = y - NEAR; v <= y + NEAR; v++) {
      for (int u = x - NEAR; u <= x + NEAR; u++) {
        int level = picture.levels()[v * picture.width() + u] & 255;
        least = Math.min(least, level);
        most = Math.max(most, level);
      }
    }
    return most - least < LEAST_RANGE;
  }

  private static boolean isFlat(Luminance picture, int x, int y) {
    byte[] levels = picture.levels();
    int i = y * picture.width() + x;
    byte own = levels[i];
    return levels[i - 1] == own
        && levels[i + 1] == own
        && levels[i - picture.width()] == own
        && levels[i + picture.width()] == own;
  }
}
