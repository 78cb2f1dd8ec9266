/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds two parts that geometry found against each other, pixel by pixel: lays one onto the other
 * to fractions of a pixel, grows them to their outlines, and measures what tells a copy from
 * something that only looks like it.
 */
final class PixelCheck {

  private static final int ROUNDS = 2;

  /** Pixels of the box around what matched. */
  private static final long MOST_PIXELS = 4_000_000;

  /** Correlation around what matched below which it does not pay to look further. */
  private static final double LEAST_FIT = 0.85;

  private static final int EXPANSIONS = 4;

  /** Parts with fewer pixels are no evidence. */
  private static final int LEAST_AREA = 150;

  private final Luminance one;
  private final Luminance other;

  PixelCheck(Luminance one, Luminance other) {
    this.one = one;
    this.other = other;
  }

  /**
   * What was found out about a candidate.
   *
   * @param first pixels of the first part
   * @param second pixels of the second part
   */
  record Checked(
      CopyPart first,
      CopyPart second,
      Similarity similarity,
      Evidence evidence,
      List<Match> matches) {}

  /** Null if the two parts do not fit. */
  Checked check(Candidate candidate) {
    // On the grid of the smaller part: there, nothing has to be made up.
    if (candidate.similarity().scale() < 0.999) {
      var checked = new PixelCheck(other, one).checkUpwards(candidate.reversed());
      return checked == null
          ? null
          : new Checked(
              checked.second,
              checked.first,
              checked.similarity.inverse(),
              checked.evidence,
              checked.matches.stream().map(Match::reversed).toList());
    }
    return checkUpwards(candidate);
  }

  private Checked checkUpwards(Candidate candidate) {
    var similarity = candidate.similarity();
    var around = around(candidate.matches(), 8);
    if (around.isEmpty()) {
      return null;
    }
    var patch = AlignedParts.of(one, other, similarity, around);
    boolean[] near = near(patch, candidate.matches());
    similarity = Registration.refine(one, other, similarity, patch, near);
    patch = AlignedParts.of(one, other, similarity, around);
    if (Evidence.of(patch, near, 0).middle() < LEAST_FIT) {
      return null;
    }
    boolean[] mask = null;
    var box = expanded(around, 40);
    for (int round = 0; round < ROUNDS; round++) {
      for (int expansion = 0; expansion < EXPANSIONS; expansion++) {
        patch = AlignedParts.of(one, other, similarity, box);
        mask = PartGrowth.grow(patch, seeds(candidate.matches(), box));
        var wider = touched(mask, box);
        if (wider.equals(box) || (long) wider.width * wider.height > MOST_PIXELS) {
          break;
        }
        box = wider;
      }
      var part = CopyPart.of(box, mask);
      if (part == null || part.area() < LEAST_AREA) {
        return null;
      }
      if (round < ROUNDS - 1) {
        similarity = Registration.refine(one, other, similarity, patch, mask);
        box = expanded(part.box(), 24);
      }
    }
    var first = CopyPart.of(box, mask);
    var second = partner(first, similarity);
    if (second == null) {
      return null;
    }
    var evidence = Evidence.of(patch, mask, inside(candidate.matches(), first));
    return new Checked(first, second, similarity, evidence, candidate.matches());
  }

  private static int inside(List<Match> matches, CopyPart part) {
    int inside = 0;
    for (var match : matches) {
      inside += part.contains(Math.round(match.from().x()), Math.round(match.from().y())) ? 1 : 0;
    }
    return inside;
  }

  private Rectangle around(List<Match> matches, int margin) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (var match : matches) {
      left = Math.min(left, match.from().x());
      top = Math.min(top, match.from().y());
      right = Math.max(right, match.from().x());
      bottom = Math.max(bottom, match.from().y());
    }
    var box =
        new Rectangle((int) left, (int) top, (int) (right - left) + 1, (int) (bottom - top) + 1);
    return expanded(box, margin);
  }

  private Rectangle expanded(Rectangle box, int margin) {
    var wider = new Rectangle(box);
    wider.grow(margin, margin);
    return wider.intersection(new Rectangle(one.width(), one.height()));
  }

  /** Wider where the mask comes near the border. */
  private Rectangle touched(boolean[] mask, Rectangle box) {
    var part = CopyPart.of(box, mask);
    if (part == null) {
      return box;
    }
    int more = Math.max(48, Math.max(box.width, box.height) / 2);
    var inner = part.box();
    int left = inner.x - box.x < 4 ? more : 0;
    int top = inner.y - box.y < 4 ? more : 0;
    int right = box.x + box.width - inner.x - inner.width < 4 ? more : 0;
    int bottom = box.y + box.height - inner.y - inner.height < 4 ? more : 0;
    return new Rectangle(
            box.x - left, box.y - top, box.width + left + right, box.height + top + bottom)
        .intersection(new Rectangle(one.width(), one.height()));
  }

  /** Pixels around what matched. */
  private static boolean[] near(AlignedParts patch, List<Match> matches) {
    var mask = new boolean[patch.own().length];
    for (int seed : seeds(matches, patch.box())) {
      mask[seed] = true;
    }
    return Morphology.dilated(mask, patch.width(), patch.height(), 7);
  }

  private static int[] seeds(List<Match> matches, Rectangle box) {
    var seeds = new ArrayList<Integer>();
    for (var match : matches) {
      int x = Math.round(match.from().x());
      int y = Math.round(match.from().y());
      if (box.contains(x, y)) {
        seeds.add((y - box.y) * box.width + x - box.x);
      }
    }
    return seeds.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The pixels of the other picture that a transformation takes a part to; null if none. */
  private CopyPart partner(CopyPart part, Similarity similarity) {
    var box = part.box();
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -1;
    double bottom = -1;
    for (int corner = 0; corner < 4; corner++) {
      double x = box.x + (corner % 2) * (box.width - 1);
      double y = box.y + (corner / 2) * (box.height - 1);
      left = Math.min(left, similarity.x(x, y));
      top = Math.min(top, similarity.y(x, y));
      right = Math.max(right, similarity.x(x, y));
      bottom = Math.max(bottom, similarity.y(x, y));
    }
    var target =
        new Rectangle(
                (int) Math.floor(left) - 1,
                (int) Math.floor(top) - 1,
                (int) (right - left) + 4,
                (int) (bottom - top) + 4)
            .intersection(new Rectangle(other.width(), other.height()));
    if (target.isEmpty()) {
      return null;
    }
    var back = similarity.inverse();
    var mask = new boolean[target.width * target.height];
    for (int y = 0; y < target.height; y++) {
      for (int x = 0; x < target.width; x++) {
        double px = back.x(target.x + x, target.y + y);
        double py = back.y(target.x + x, target.y + y);
        mask[y * target.width + x] = part.contains((int) Math.round(px), (int) Math.round(py));
      }
    }
    return CopyPart.of(target, mask);
  }
}
