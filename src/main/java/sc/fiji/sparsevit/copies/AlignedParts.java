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
    one.read(box, own);
    var levels = new PartnerLevels(other, similarity);
    levels.read(box, partner);
    return new AlignedParts(box, own, partner, levels.inside(box));
  }

  int width() {
    return box.width;
  }

  int height() {
    return box.height;
  }
}
