/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.List;

/**
 * Two parts, of one picture or of two, that show the same content. Which of them is the copy it
 * does not say.
 *
 * @param first one part
 * @param second the other
 * @param transformation from the first to the second
 * @param correlation of their gray levels when laid on one another, -1 to 1
 * @param matches keypoints that agree, from the first to the second
 * @param score 0 to 1: how sure that they are copies and no look-alikes
 */
public record CopyPair(
    CopyPart first,
    CopyPart second,
    Similarity transformation,
    double correlation,
    List<Points> matches,
    double score) {

  /** Two places that show the same, in pixels. */
  public record Points(double x1, double y1, double x2, double y2) {}

  public CopyPair {
    matches = List.copyOf(matches);
  }

  /** The same pair seen from its other part. */
  public CopyPair reversed() {
    return new CopyPair(
        second,
        first,
        transformation.inverse(),
        correlation,
        matches.stream().map(p -> new Points(p.x2, p.y2, p.x1, p.y1)).toList(),
        score);
  }

  /** With so many pixels more around both, as the smaller one counts them. */
  CopyPair widened(Luminance picture, int rim) {
    if (transformation.scale() < 0.999) {
      return reversed().widened(picture, rim).reversed();
    }
    var box = first.box();
    box.grow(rim, rim);
    box = box.intersection(new Rectangle(picture.width(), picture.height()));
    var mask = Morphology.dilated(first.mask(box), box.width, box.height, rim);
    var wide = CopyPart.of(box, mask);
    return new CopyPair(
        wide, wide.moved(transformation, picture), transformation, correlation, matches, score);
  }
}
