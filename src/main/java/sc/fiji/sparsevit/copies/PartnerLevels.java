/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.Arrays;

/**
 * The gray levels that a transformation finds in a picture for the pixels of a row. Where a row
 * ends up within the picture, and so does all between, which saves asking at each pixel.
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
   * @param x the first of so many pixels
   * @param into takes their partners' gray levels, from a place on
   */
  void row(int x, int y, int count, float[] into, int from) {
    Arrays.fill(into, from, from + count, 0);
    for (int j = 0; j < samples; j++) {
      for (int i = 0; i < samples; i++) {
        add(x, (i + 0.5) / samples, y + (j + 0.5) / samples - 0.5, count, into, from);
      }
    }
    for (int i = from; samples > 1 && i < from + count; i++) {
      into[i] /= samples * samples;
    }
  }

  /** Which of these pixels have a partner in the picture. */
  void inside(int x, int y, int count, boolean[] into, int from) {
    if (isInside(x, y) && isInside(x + count - 1, y)) {
      Arrays.fill(into, from, from + count, true);
      return;
    }
    for (int i = 0; i < count; i++) {
      into[from + i] = isInside(x + i, y);
    }
  }

  private boolean isInside(int x, int y) {
    return picture.contains(similarity.x(x, y), similarity.y(x, y));
  }

  /**
   * @param right of a pixel's left edge
   */
  private void add(int x, double right, double y, int count, float[] into, int from) {
    double first = x + right - 0.5;
    double last = x + count - 1 + right - 0.5;
    if (!isWithin(first, y) || !isWithin(last, y)) {
      for (int i = 0; i < count; i++) {
        double px = x + i + right - 0.5;
        into[from + i] += picture.at(similarity.x(px, y), similarity.y(px, y));
      }
      return;
    }
    byte[] levels = picture.levels();
    int width = picture.width();
    double a = similarity.a();
    double b = similarity.b();
    double shiftX = similarity.mirrored() ? -b * y : b * y;
    double shiftY = similarity.mirrored() ? -a * y : a * y;
    for (int i = 0; i < count; i++) {
      double px = x + i + right - 0.5;
      double u = a * px - shiftX + similarity.right();
      double v = b * px + shiftY + similarity.down();
      int left = (int) u;
      int top = (int) v;
      float toRight = (float) (u - left);
      float toBottom = (float) (v - top);
      int at = top * width + left;
      float upper = (levels[at] & 255) * (1 - toRight) + (levels[at + 1] & 255) * toRight;
      at += width;
      float lower = (levels[at] & 255) * (1 - toRight) + (levels[at + 1] & 255) * toRight;
      into[from + i] += upper * (1 - toBottom) + lower * toBottom;
    }
  }

  /** Whether all four pixels around a place's partner lie in the picture. */
  private boolean isWithin(double x, double y) {
    double u = similarity.x(x, y);
    double v = similarity.y(x, y);
    return u >= 0 && v >= 0 && u < picture.width() - 1 && v < picture.height() - 1;
  }
}
