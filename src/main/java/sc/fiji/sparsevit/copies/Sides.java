/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;

/**
 * What the pixels of two parts of one picture say about which of them is the copy; both figures are
 * above 0 where it is the first.
 *
 * @param edge how much more the gray levels change along the first one's outline than inside and
 *     outside of it, against the same of the second, natural logarithm: what was pasted has an edge
 * @param detail how much more fine structure the second has, on the grid of the smaller one,
 *     natural logarithm: what was turned or scaled has lost some
 */
record Sides(double edge, double detail) {

  private static final double SAME_SIZE = 0.05;
  private static final int BAND = 3;
  private static final int BEYOND = 8;

  static Sides of(Luminance picture, CopyPart first, CopyPart second, Similarity similarity) {
    double edge = Math.log(edge(picture, first) / edge(picture, second));
    // What was made smaller has more detail for each pixel, whichever of the two it is.
    boolean sameSize = Math.abs(Math.log(similarity.scale())) < SAME_SIZE;
    double detail = sameSize ? 0.5 * Math.log(detail(picture, second) / detail(picture, first)) : 0;
    return new Sides(edge, detail);
  }

  /** Changes along the outline relative to those next to it. */
  private static double edge(Luminance picture, CopyPart part) {
    var box = part.box();
    box.grow(BEYOND + 2, BEYOND + 2);
    box = box.intersection(new Rectangle(picture.width(), picture.height()));
    int w = box.width;
    int h = box.height;
    var mask = new boolean[w * h];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = part.contains(box.x + i % w, box.y + i / w);
    }
    boolean[] wide = Morphology.dilated(mask, w, h, BEYOND);
    boolean[] near = Morphology.dilated(mask, w, h, BAND);
    boolean[] core = Morphology.eroded(mask, w, h, BAND);
    boolean[] deep = Morphology.eroded(mask, w, h, BEYOND);
    double[] sums = new double[3];
    int[] counts = new int[3];
    for (int i = 0; i < mask.length; i++) {
      int place = near[i] && !core[i] ? 0 : wide[i] && !near[i] ? 1 : core[i] && !deep[i] ? 2 : -1;
      if (place >= 0) {
        int x = box.x + i % w;
        int y = box.y + i / w;
        sums[place] +=
            Math.hypot(
                picture.at(x + 1, y) - picture.at(x - 1, y),
                picture.at(x, y + 1) - picture.at(x, y - 1));
        counts[place]++;
      }
    }
    double beside = sums[1] / Math.max(1, counts[1]) + sums[2] / Math.max(1, counts[2]);
    return (1 + sums[0] / Math.max(1, counts[0])) / (1 + beside / 2);
  }

  /** Mean square of what is about a pixel wide, in the part's own pixels. */
  private static double detail(Luminance picture, CopyPart part) {
    var box = part.box();
    double sum = 0;
    int count = 0;
    for (int y = box.y + 1; y < box.y + box.height - 1; y++) {
      for (int x = box.x + 1; x < box.x + box.width - 1; x++) {
        if (part.contains(x, y)) {
          // Second differences both ways: blind to slopes, and to edges along rows and columns.
          double d =
              4 * picture.at(x, y)
                  - 2 * (picture.at(x - 1, y) + picture.at(x + 1, y))
                  - 2 * (picture.at(x, y - 1) + picture.at(x, y + 1))
                  + picture.at(x - 1, y - 1)
                  + picture.at(x + 1, y - 1)
                  + picture.at(x - 1, y + 1)
                  + picture.at(x + 1, y + 1);
          sum += d * d;
          count++;
        }
      }
    }
    return 1 + sum / Math.max(1, count);
  }
}
