/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;

/**
 * Which of two parts does not go on into what is around it. Both show the same; where it ends, the
 * gray levels of what was pasted jump, and those of the original change as they do elsewhere.
 */
final class Seam {

  /**
   * Pixels beyond a part's outline at which it ends, as the smaller part counts them: windows that
   * reach farther do not fit.
   */
  private static final int FROM = 2;

  private static final int TO = 3;

  /** Gray levels that make no difference. */
  private static final double NOISE = 1;

  private Seam() {}

  /** How much larger the steps around the first part are, natural logarithm. */
  static double between(Luminance picture, CopyPair pair) {
    double scale = pair.transformation().scale();
    double first = steps(picture, pair.first(), Math.max(1, 1 / scale));
    double second = steps(picture, pair.second(), Math.max(1, scale));
    return Math.log((NOISE + first) / (NOISE + second));
  }

  private static double steps(Luminance picture, CopyPart part, double size) {
    int from = (int) Math.round(FROM * size);
    int to = (int) Math.round(TO * size);
    var box = part.box();
    box.grow(to + 1, to + 1);
    box = box.intersection(new Rectangle(picture.width(), picture.height()));
    boolean[] mask = part.mask(box);
    double sum = 0;
    for (int distance = from; distance <= to; distance++) {
      boolean[] inside = Morphology.dilated(mask, box.width, box.height, distance);
      sum += step(picture, box, inside);
    }
    return sum / (to - from + 1);
  }

  /** Mean difference of pixels beside one another of which only one lies inside. */
  private static double step(Luminance picture, Rectangle box, boolean[] inside) {
    int w = box.width;
    long sum = 0;
    int count = 0;
    for (int i = 0; i < inside.length; i++) {
      int x = box.x + i % w;
      int y = box.y + i / w;
      if (i % w > 0 && inside[i] != inside[i - 1]) {
        sum += Math.abs(picture.at(x, y) - picture.at(x - 1, y));
        count++;
      }
      if (i >= w && inside[i] != inside[i - w]) {
        sum += Math.abs(picture.at(x, y) - picture.at(x, y - 1));
        count++;
      }
    }
    return (double) sum / Math.max(1, count);
  }
}
