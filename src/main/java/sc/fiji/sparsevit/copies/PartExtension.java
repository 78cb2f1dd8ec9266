/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;

/**
 * Takes in what lies around two parts that are known to be copies and is too smooth to be told by
 * its structure: where their grain goes on to be the same.
 */
final class PartExtension {

  private static final int EXPANSIONS = 3;

  private static final int LEAST_MARGIN = 48;

  private static final long MOST_PIXELS = 2_000_000;

  private final Luminance one;
  private final Luminance other;
  private final boolean same;

  /**
   * @param one picture of the first parts
   * @param other picture of the second parts, perhaps the same
   */
  PartExtension(Luminance one, Luminance other) {
    this.one = one;
    this.other = other;
    same = one == other;
  }

  /** As it was if nothing around it belongs to it. */
  PixelCheck.Checked of(PixelCheck.Checked checked) {
    if (checked.similarity().scale() < 0.999) {
      return new PartExtension(other, one).extended(checked.reversed()).reversed();
    }
    return extended(checked);
  }

  private PixelCheck.Checked extended(PixelCheck.Checked checked) {
    var part = checked.first();
    for (int expansion = 0; expansion < EXPANSIONS; expansion++) {
      var wider = extended(part, checked.first(), checked.similarity());
      if (wider.area() < 1.05 * part.area()) {
        break;
      }
      part = wider;
    }
    var second = part == checked.first() ? null : part.moved(checked.similarity(), other);
    if (second == null || same && part.common(second) > 0) {
      return checked;
    }
    return new PixelCheck.Checked(
        part, second, checked.similarity(), checked.evidence(), checked.level(), checked.matches());
  }

  private CopyPart extended(CopyPart part, CopyPart sure, Similarity similarity) {
    var box = part.box();
    int margin = Math.max(LEAST_MARGIN, Math.max(box.width, box.height) / 2);
    box.grow(margin, margin);
    box = box.intersection(new Rectangle(one.width(), one.height()));
    if ((long) box.width * box.height > MOST_PIXELS) {
      return part;
    }
    var mask = new boolean[box.width * box.height];
    var core = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      int x = box.x + i % box.width;
      int y = box.y + i / box.width;
      mask[i] = part.contains(x, y);
      core[i] = sure.contains(x, y);
    }
    boolean[] alike = GrainMatch.around(core, mask, AlignedParts.of(one, other, similarity, box));
    for (int i = 0; i < mask.length; i++) {
      alike[i] |= mask[i];
    }
    boolean[] joined = Morphology.connected(alike, mask, box.width);
    return CopyPart.of(box, Morphology.filled(joined, box.width, box.height));
  }
}
