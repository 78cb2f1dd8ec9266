/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds two parts that geometry found against each other, pixel by pixel, on the level of a {@link
 * Pyramid} that shows their structure.
 */
final class PixelCheck {

  /** Sigma of keypoints, in pixels of a level, above which its half shows as much. */
  private static final double WIDE = 2.4;

  /** Share of blocks with structure that is enough to judge by. */
  private static final double TELLING = 0.3;

  /** Keypoints that are worth a second look. */
  private static final int MANY = 12;

  private static final int GRAIN_SIDE = 300;

  /** Pixels beside a whole one at which a keypoint of a copy that was only moved lies. */
  private static final double ON_WHOLE = 0.35;

  private final Pyramid ones;
  private final Pyramid others;
  private final WorkLimit limit;

  /** What is looked at once more has its turn even where the limit is reached. */
  private final WorkLimit again;

  PixelCheck(Luminance one, Luminance other) {
    this(one, other, new SearchWork());
  }

  /**
   * @param work counts the pixels that are laid onto others
   */
  PixelCheck(Luminance one, Luminance other, SearchWork work) {
    ones = new Pyramid(one);
    others = one == other ? ones : new Pyramid(other);
    limit = new WorkLimit(one, work);
    again = limit.part();
  }

  /** Whether one more candidate can be looked at beside others, each with its part. */
  boolean isEnoughFor(List<Candidate> others, Candidate more) {
    return limit.isEnoughFor(others, more);
  }

  /** Whether enough was looked at: the rest would be of the same texture. */
  boolean isExhausted() {
    return limit.isSpent();
  }

  /**
   * What was found out about a candidate.
   *
   * @param first pixels of the first part
   * @param second pixels of the second part
   * @param level of the pyramid that they were compared on
   */
  record Checked(
      CopyPart first,
      CopyPart second,
      Similarity similarity,
      Evidence evidence,
      int level,
      List<Match> matches) {

    Checked reversed() {
      return new Checked(
          second,
          first,
          similarity.inverse(),
          evidence,
          level,
          matches.stream().map(Match::reversed).toList());
    }
  }

  /**
   * Null if the two parts do not fit, or the limit of work is reached. What the full picture shows
   * too faintly to judge by is looked at in its halves.
   */
  Checked check(Candidate candidate) {
    return check(candidate, limit);
  }

  /**
   * The same of several, beside one another. How many processors there are makes no difference to
   * what is found.
   *
   * @param later takes those that would take more work than others after them should wait for; null
   *     to look at all of them now
   * @return in their order, null where the parts do not fit
   */
  List<Checked> check(List<Candidate> candidates, List<Candidate> later) {
    var limits =
        candidates.stream().map(c -> later == null ? limit.rest() : limit.part(c)).toList();
    var checked = new Checked[candidates.size()];
    IntStream.range(0, checked.length)
        .parallel()
        .forEach(i -> checked[i] = check(candidates.get(i), limits.get(i)));
    for (int i = 0; i < checked.length; i++) {
      limit.charge(limits.get(i));
      if (later != null && checked[i] == null && limits.get(i).isSpent()) {
        later.add(candidates.get(i));
      }
    }
    return Arrays.asList(checked);
  }

  /** The same of a candidate whose transformation is exact, in the full picture only. */
  Checked checkExact(Candidate candidate, int reach) {
    return new Alignment(ones.picture(), others.picture(), limit).checkExact(candidate, reach);
  }

  /** What of two parts lies on whole pixels, as if it was only moved; null if too few places do. */
  Checked checkWhole(Checked checked) {
    var whole = checked.similarity().whole(checked.first().box());
    var places =
        checked.matches().stream()
            .filter(match -> match.error(whole) < ON_WHOLE * ON_WHOLE)
            .toList();
    return checked.level() > 0 || places.size() < Verdict.LEAST_MATCHED
        ? null
        : new Alignment(ones.picture(), others.picture(), again)
            .checkExact(new Candidate(whole, places), SmallParts.AROUND);
  }

  /** The same of a candidate whose transformation was refined on pixels already, not shrinking. */
  Checked checkFitted(Candidate candidate) {
    return new Alignment(ones.picture(), others.picture(), limit).checkFitted(candidate, 0);
  }

  /** With what lies around two parts that are copies, and has the same grain. */
  Checked extended(Checked checked) {
    return new PartExtension(ones.picture(), others.picture()).of(checked);
  }

  private Checked check(Candidate candidate, WorkLimit own) {
    Checked best = null;
    int coarsest = coarsest(candidate);
    for (int level = 0; level <= coarsest; level++) {
      var checked = check(Pyramid.atLevel(candidate, level), level, own);
      if (checked != null
          && !(ones == others && isNearlyFixed(checked))
          && (best == null || checked.evidence().telling() > best.evidence().telling())) {
        best = inPicture(checked, candidate);
      }
      boolean clear = best != null && best.evidence().telling() >= TELLING;
      if (clear || best != null && Verdict.score(best) >= Verdict.THRESHOLD) {
        return best;
      }
    }
    return best;
  }

  /** What is its own image, nearly, has not been copied. */
  private static boolean isNearlyFixed(Checked checked) {
    var box = checked.first.box();
    double x = box.getCenterX();
    double y = box.getCenterY();
    var similarity = checked.similarity;
    double shift = Math.hypot(similarity.x(x, y) - x, similarity.y(x, y) - y);
    return shift * (1 << checked.level) < Association.LEAST_SHIFT;
  }

  /** By how wide the structure is that was matched. */
  private static int coarsest(Candidate candidate) {
    double sigma =
        candidate.matches().stream()
            .mapToDouble(match -> Math.min(match.from().sigma(), match.to().sigma()))
            .sorted()
            .skip(candidate.matches().size() / 2)
            .findFirst()
            .orElse(0);
    int level = candidate.matches().size() >= MANY ? 1 : 0;
    while (level < Pyramid.LEVELS - 1 && sigma > WIDE * (1 << level)) {
      level++;
    }
    return level;
  }

  private Checked inPicture(Checked checked, Candidate candidate) {
    if (checked.level == 0) {
      return checked;
    }
    int side = 1 << checked.level;
    var one = ones.picture();
    var other = others.picture();
    var first = checked.first.enlarged(side, one.width(), one.height());
    var second = checked.second.enlarged(side, other.width(), other.height());
    var similarity = checked.similarity.rescaled(side);
    return new Checked(
        first,
        second,
        similarity,
        checked.evidence.with(grain(first, second, similarity)),
        checked.level,
        candidate.matches());
  }

  /** Of at most {@link #GRAIN_SIDE} squared pixels in their middle. */
  private Grain grain(CopyPart first, CopyPart second, Similarity similarity) {
    boolean shrinks = similarity.scale() < 0.999;
    var part = shrinks ? second : first;
    var one = shrinks ? others.picture() : ones.picture();
    var other = shrinks ? ones.picture() : others.picture();
    var whole = part.box();
    var box = new Rectangle((int) whole.getCenterX(), (int) whole.getCenterY(), 1, 1);
    box.grow(GRAIN_SIDE / 2, GRAIN_SIDE / 2);
    box = box.intersection(whole);
    var mask = new boolean[box.width * box.height];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = part.contains(box.x + i % box.width, box.y + i / box.width);
    }
    var there = shrinks ? similarity.inverse() : similarity;
    return Grain.of(AlignedParts.of(one, other, there, box), mask);
  }

  private Checked check(Candidate candidate, int level, WorkLimit own) {
    // On the grid of the smaller part: there, nothing has to be made up.
    if (candidate.similarity().scale() < 0.999) {
      var reversed = candidate.reversed();
      var checked = new Alignment(others.at(level), ones.at(level), own).check(reversed, level);
      return checked == null ? null : checked.reversed();
    }
    return new Alignment(ones.at(level), others.at(level), own).check(candidate, level);
  }
}
