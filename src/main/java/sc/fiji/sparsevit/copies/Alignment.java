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
 * Lays one part onto another to fractions of a pixel, grows them to their outlines, and measures
 * what tells a copy from something that only looks like it.
 */
final class Alignment {

  private static final int ROUNDS = 2;

  /** Pixels of the box around what matched. */
  private static final long MOST_PIXELS = 4_000_000;

  /** What is wider is looked at in its middle. */
  private static final int MOST_SIDE = 2000;

  private static final int EXPANSIONS = 4;

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
    var similarity = candidate.similarity();
    var box = expanded(around(candidate.matches()), 48);
    if ((long) box.width * box.height > MOST_PIXELS) {
      box = box.intersection(expanded(middle(candidate.matches()), MOST_SIDE / 2));
    }
    if (box.isEmpty()) {
      return null;
    }
    AlignedParts patch = null;
    CopyPart first = null;
    boolean[] mask = null;
    for (int round = 0; round < ROUNDS; round++) {
      if (round > 0) {
        similarity = Registration.refine(one, other, similarity, patch, mask);
        box = expanded(first.box(), 24);
      }
      for (int expansion = 0; expansion < EXPANSIONS; expansion++) {
        if (!limit.spend((long) box.width * box.height)) {
          return null;
        }
        patch = AlignedParts.of(one, other, similarity, box);
        mask = PartGrowth.grow(patch, seeds(candidate.matches(), box));
        box = touched(mask, box);
        if (box.equals(patch.box()) || (long) box.width * box.height > MOST_PIXELS) {
          break;
        }
      }
      first = CopyPart.of(patch.box(), mask);
      if (first == null || first.area() < LEAST_AREA) {
        return null;
      }
    }
    var second = first.moved(similarity, other);
    int matched = inside(candidate.matches(), first);
    if (second == null || matched < Verdict.LEAST_MATCHED) {
      return null;
    }
    var evidence = Evidence.of(patch, mask, matched);
    if (evidence == null) {
      return null;
    }
    return new PixelCheck.Checked(first, second, similarity, evidence, level, candidate.matches());
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
}
