/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;

/**
 * A part of a picture, and beside it what a transformation finds for each of its pixels in the same
 * or another picture.
 *
 * @param box where the part lies
 * @param own its gray levels, row by row
 * @param partner those found for them; where {@code inside} is false, of the nearest edge
 * @param inside whether both lie within their pictures
 */
record AlignedParts(Rectangle box, float[] own, float[] partner, boolean[] inside) {

  static AlignedParts of(Luminance one, Luminance other, Similarity similarity, Rectangle box) {
    var own = new float[box.width * box.height];
    var partner = new float[own.length];
    var inside = new boolean[own.length];
    int samples = samples(similarity);
    for (int row = 0; row < box.height; row++) {
      int y = box.y + row;
      for (int column = 0; column < box.width; column++) {
        int x = box.x + column;
        int i = row * box.width + column;
        double px = similarity.x(x, y);
        double py = similarity.y(x, y);
        own[i] = one.at(x, y);
        inside[i] = other.contains(px, py);
        partner[i] = samples == 1 ? other.at(px, py) : sample(other, similarity, x, y, samples);
      }
    }
    return new AlignedParts(box, own, partner, inside);
  }

  /** A larger partner is averaged, as software that shrinks does: so many samples a side. */
  static int samples(Similarity similarity) {
    return (int) Math.max(1, Math.round(similarity.scale()));
  }

  /** What the transformation finds for a pixel. */
  static float sample(Luminance picture, Similarity similarity, int x, int y, int samples) {
    if (samples == 1) {
      return picture.at(similarity.x(x, y), similarity.y(x, y));
    }
    float sum = 0;
    for (int j = 0; j < samples; j++) {
      double sy = y + (j + 0.5) / samples - 0.5;
      for (int i = 0; i < samples; i++) {
        double sx = x + (i + 0.5) / samples - 0.5;
        sum += picture.at(similarity.x(sx, sy), similarity.y(sx, sy));
      }
    }
    return sum / (samples * samples);
  }

  int width() {
    return box.width;
  }

  int height() {
    return box.height;
  }
}
