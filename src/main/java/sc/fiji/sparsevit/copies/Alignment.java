/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.List;

/**
 * Lays one part onto another to fractions of a pixel, grows them to their outlines, and measures
 * what tells a copy from something that only looks like it.
 */
final class Alignment {

  private static final int ROUNDS = 2;

  /** What is wider is looked at in its middle. */
  private static final int MOST_SIDE = 2000;

  /** Pixels around a part that is measured: the widest blur reaches so far. */
  private static final int MARGIN = 24;

  /** Parts with fewer pixels are no evidence. */
  private static final int LEAST_AREA = 150;

  private final Luminance one;
  private final Luminance other;
  private final WorkLimit limit;

  Alignment(Luminance one, Luminance other, WorkLimit limit) {
    this.one = one;
    this.other = other;
    this.limit = limit;
  }

  /**
   * Null if the two parts do not fit, or the limit of work is reached.
   *
   * @param rough that does not shrink
   */
  PixelCheck.Checked check(Candidate rough, int level) {
    var candidate = PlaceFit.of(one, other, rough);
    if (candidate == null) {
      return null;
    }
    return checkFitted(candidate, level);
  }

  /** The same of a candidate whose transformation is that of pixels already. */
  PixelCheck.Checked checkFitted(Candidate candidate, int level) {
    var bounds = bounds(candidate.matches());
    return bounds.isEmpty() ? null : check(candidate, bounds, level, ROUNDS);
  }

  /**
   * The same of a small part whose transformation is exact: the pixels of one part lie on the
   * other's.
   *
   * @param reach pixels around its places beyond which it does not grow
   */
  PixelCheck.Checked checkExact(Candidate candidate, int reach) {
    var bounds = around(candidate.matches());
    bounds.grow(reach, reach);
    bounds = bounds.intersection(new Rectangle(one.width(), one.height()));
    return check(candidate, bounds, 0, 1);
  }

  private PixelCheck.Checked check(Candidate candidate, Rectangle bounds, int level, int rounds) {
    var similarity = candidate.similarity();
    AlignedParts patch = null;
    PartGrowth growth = null;
    CopyPart first = null;
    for (int round = 0; round < rounds; round++) {
      if (round > 0) {
        similarity = Registration.refine(one, other, similarity, patch, first.mask(patch.box()));
      }
      growth = new PartGrowth(one, other, similarity, bounds, limit);
      first = growth.from(candidate.matches());
      if (first == null || first.area() < LEAST_AREA) {
        return null;
      }
      int margin = round < rounds - 1 ? 2 : MARGIN;
      patch = AlignedParts.of(one, other, similarity, around(first, margin));
    }
    var second = first.moved(similarity, other);
    int matched = inside(candidate.matches(), first);
    if (second == null || matched < Verdict.LEAST_MATCHED) {
      return null;
    }
    var found = LaidParts.of(candidate, similarity, first, second, patch, matched, level);
    var whole = found.checkedBy(first);
    if (whole != null && Verdict.score(whole) >= Verdict.THRESHOLD) {
      return whole;
    }
    // Faint windows may hide that the others are the same.
    var sure = growth.sure();
    var core = sure == null || sure.area() < LEAST_AREA ? null : found.checkedBy(sure);
    boolean isSurer = whole == null || core != null && Verdict.score(core) > Verdict.score(whole);
    return isSurer ? core : whole;
  }

  /** Two parts that lie on one another. */
  private record LaidParts(
      Candidate candidate,
      Similarity similarity,
      CopyPart first,
      CopyPart second,
      AlignedParts patch,
      PartBands own,
      PartBands partner,
      int matched,
      int level) {

    static LaidParts of(
        Candidate candidate,
        Similarity similarity,
        CopyPart first,
        CopyPart second,
        AlignedParts patch,
        int matched,
        int level) {
      int w = patch.width();
      int h = patch.height();
      var own = new PartBands(patch.own(), w, h);
      var partner = new PartBands(patch.partner(), w, h);
      return new LaidParts(
          candidate, similarity, first, second, patch, own, partner, matched, level);
    }

    /** What so much of the first part says about both; null if it does not fit. */
    PixelCheck.Checked checkedBy(CopyPart part) {
      var evidence = Evidence.of(patch, own, partner, part.mask(patch.box()), matched);
      return evidence == null
          ? null
          : new PixelCheck.Checked(first, second, similarity, evidence, level, candidate.matches());
    }
  }

  private static int inside(List<Match> matches, CopyPart part) {
    int inside = 0;
    for (var match : matches) {
      inside += part.contains(Math.round(match.from().x()), Math.round(match.from().y())) ? 1 : 0;
    }
    return inside;
  }

  /** Where the places lie that have as many on the left as on the right, above as below. */
  private static Rectangle middle(List<Match> matches) {
    double[] x = matches.stream().mapToDouble(match -> match.from().x()).sorted().toArray();
    double[] y = matches.stream().mapToDouble(match -> match.from().y()).sorted().toArray();
    return new Rectangle((int) x[x.length / 2], (int) y[y.length / 2], 1, 1);
  }

  private static Rectangle around(List<Match> matches) {
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
    return new Rectangle((int) left, (int) top, (int) (right - left) + 1, (int) (bottom - top) + 1);
  }

  /** A part and so many pixels around it, within the picture. */
  private Rectangle around(CopyPart part, int margin) {
    var box = part.box();
    box.grow(margin, margin);
    return box.intersection(new Rectangle(one.width(), one.height()));
  }

  /** All of the picture, unless the places lie too far from one another: then their middle. */
  private Rectangle bounds(List<Match> matches) {
    var whole = new Rectangle(one.width(), one.height());
    var box = around(matches);
    if ((long) box.width * box.height < PartGrowth.MOST_PIXELS) {
      return whole;
    }
    var middle = middle(matches);
    middle.grow(MOST_SIDE / 2, MOST_SIDE / 2);
    return whole.intersection(middle);
  }
}
