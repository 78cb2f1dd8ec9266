/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.Arrays;

/**
 * The gray levels that a transformation finds in a picture for the pixels of a box. If its corners
 * lie within the picture, so does all between, which saves asking at each pixel.
 */
final class PartnerLevels {

  private final Luminance picture;
  private final Similarity similarity;

  private final int samples;

  PartnerLevels(Luminance picture, Similarity similarity) {
    this.picture = picture;
    this.similarity = similarity;
    samples = samples(similarity);
  }

  /** A larger partner is averaged, as software that shrinks does: so many samples a side. */
  static int samples(Similarity similarity) {
    return (int) Math.max(1, Math.round(similarity.scale()));
  }

  /**
   * @param box of pixels
   * @param into takes their partners' gray levels, row by row
   */
  void read(Rectangle box, float[] into) {
    Arrays.fill(into, 0);
    for (int j = 0; j < samples; j++) {
      for (int i = 0; i < samples; i++) {
        add(box, (i + 0.5) / samples, (j + 0.5) / samples, into);
      }
    }
    for (int i = 0; samples > 1 && i < into.length; i++) {
      into[i] /= samples * samples;
    }
  }

  /** Which pixels of a box, row by row, have a partner in the picture. */
  boolean[] inside(Rectangle box) {
    var inside = new boolean[box.width * box.height];
    int right = box.x + box.width - 1;
    for (int row = 0; row < box.height; row++) {
      int y = box.y + row;
      int from = row * box.width;
      if (isInside(box.x, y) && isInside(right, y)) {
        Arrays.fill(inside, from, from + box.width, true);
      } else {
        for (int i = 0; i < box.width; i++) {
          inside[from + i] = isInside(box.x + i, y);
        }
      }
    }
    return inside;
  }

  private boolean isInside(int x, int y) {
    return picture.contains(similarity.x(x, y), similarity.y(x, y));
  }

  /**
   * @param right where in each pixel, from its left edge
   * @param down from its upper edge
   */
  private void add(Rectangle box, double right, double down, float[] into) {
    double left = box.x + right - 0.5;
    double last = box.x + box.width - 1 + right - 0.5;
    double top = box.y + down - 0.5;
    double bottom = box.y + box.height - 1 + down - 0.5;
    boolean isWithin = isWithin(left, last, top) && isWithin(left, last, bottom);
    for (int row = 0; row < box.height; row++) {
      double y = box.y + row + down - 0.5;
      int from = row * box.width;
      if (isWithin || isWithin(left, last, y)) {
        addWithin(box.x, right, y, box.width, into, from);
      } else {
        for (int i = 0; i < box.width; i++) {
          double x = box.x + i + right - 0.5;
          into[from + i] += picture.at(similarity.x(x, y), similarity.y(x, y));
        }
      }
    }
  }

  private void addWithin(int x, double right, double y, int count, float[] into, int from) {
    byte[] levels = picture.levels();
    int width = picture.width();
    double a = similarity.a();
    double b = similarity.b();
    double byX = similarity.mirrored() ? -b * y : b * y;
    double byY = similarity.mirrored() ? -a * y : a * y;
    double shiftX = similarity.right();
    double shiftY = similarity.down();
    for (int i = 0; i < count; i++) {
      double px = x + i + right - 0.5;
      double u = a * px - byX + shiftX;
      double v = b * px + byY + shiftY;
      int column = (int) u;
      int row = (int) v;
      float toRight = (float) (u - column);
      float toBottom = (float) (v - row);
      int at = row * width + column;
      float upper = (levels[at] & 255) * (1 - toRight) + (levels[at + 1] & 255) * toRight;
      at += width;
      float lower = (levels[at] & 255) * (1 - toRight) + (levels[at + 1] & 255) * toRight;
      into[from + i] += upper * (1 - toBottom) + lower * toBottom;
    }
  }

  private boolean isWithin(double left, double right, double y) {
    return isWithin(left, y) && isWithin(right, y);
  }

  /** Whether all four pixels around a place's partner lie in the picture. */
  private boolean isWithin(double x, double y) {
    double u = similarity.x(x, y);
    double v = similarity.y(x, y);
    return u >= 0 && v >= 0 && u < picture.width() - 1 && v < picture.height() - 1;
  }
}
