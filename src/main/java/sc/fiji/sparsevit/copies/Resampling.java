/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;

/**
 * What enlarging takes away: the checkered changes from pixel to pixel that every camera's picture
 * has. A part that has lost them, beside what is around it and beside its smaller partner, was
 * enlarged.
 */
final class Resampling {

  /** Pixels around a part that it is compared with. */
  private static final int AROUND = 30;

  /** Pixels next to an outline, where two pictures are mixed. */
  private static final int BORDER = 5;

  /** Gray levels from pixel to pixel above which there is an edge. */
  private static final int EDGE = 24;

  private static final int LEAST_PIXELS = 200;

  /** Mean square of what gray levels lose as whole numbers. */
  private static final double ROUNDING = 0.05;

  private Resampling() {}

  /**
   * How much less of the fastest changes the larger part has: a natural logarithm, 0 where nothing
   * can be said.
   */
  static double loss(Luminance picture, CopyPart smaller, CopyPart larger) {
    double ofLarger = beside(picture, larger, smaller);
    double ofSmaller = beside(picture, smaller, larger);
    double loss = -Math.max(ofLarger, ofLarger - ofSmaller);
    return Double.isNaN(loss) ? 0 : Math.max(0, loss);
  }

  /** Of a part beside what is around it; not a number if either is too small. */
  private static double beside(Luminance picture, CopyPart part, CopyPart other) {
    var box = part.box();
    box.grow(AROUND, AROUND);
    box = box.intersection(new Rectangle(1, 1, picture.width() - 3, picture.height() - 3));
    if (box.isEmpty()) {
      return Double.NaN;
    }
    var inside = new boolean[box.width * box.height];
    var outside = new boolean[inside.length];
    for (int i = 0; i < inside.length; i++) {
      int x = box.x + i % box.width;
      int y = box.y + i / box.width;
      inside[i] = part.contains(x, y);
      outside[i] = !inside[i] && !other.contains(x, y);
    }
    return checkered(picture, box, Morphology.eroded(inside, box.width, box.height, BORDER))
        - checkered(picture, box, Morphology.eroded(outside, box.width, box.height, BORDER));
  }

  /** Logarithm of their share in all changes from pixel to pixel. */
  private static double checkered(Luminance picture, Rectangle box, boolean[] mask) {
    double checkered = 0;
    double all = 0;
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      int x = box.x + i % box.width;
      int y = box.y + i / box.width;
      int across = picture.at(x + 1, y) - picture.at(x - 1, y);
      int down = picture.at(x, y + 1) - picture.at(x, y - 1);
      if (mask[i] && Math.abs(across) + Math.abs(down) <= EDGE) {
        int right = picture.at(x + 1, y) - picture.at(x, y);
        int below = picture.at(x, y + 1) - picture.at(x, y);
        int both = picture.at(x + 1, y + 1) - picture.at(x, y) - right - below;
        checkered += both * both;
        all += right * right + below * below;
        count++;
      }
    }
    return count < LEAST_PIXELS
        ? Double.NaN
        : Math.log((checkered / count + ROUNDING) / (all / count + ROUNDING));
  }
}
