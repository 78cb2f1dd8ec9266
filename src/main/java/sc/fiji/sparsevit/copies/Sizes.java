/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * Two pictures at sizes at which they can be laid onto one another. Where one of them is there only
 * as a smaller version, the other is made smaller, too, until a transformation that changes sizes
 * does so no more: nothing has to be made up.
 *
 * @param one gray levels
 * @param other gray levels
 * @param candidate between the two at these sizes
 * @param shrinkOne how much smaller the first is than it was, at most 1
 * @param shrinkOther the same of the other
 */
record Sizes(
    Luminance one, Luminance other, Candidate candidate, double shrinkOne, double shrinkOther) {

  /**
   * @param one perhaps smaller than the picture that its features are of
   * @param other likewise
   * @param candidate between the whole pictures
   */
  static Sizes of(
      Luminance one,
      CopyFeatures featuresOfOne,
      Luminance other,
      CopyFeatures featuresOfOther,
      Candidate candidate) {
    double mostOne = (double) one.width() / featuresOfOne.width();
    double mostOther = (double) other.width() / featuresOfOther.width();
    if (mostOne >= 1 && mostOther >= 1) {
      return new Sizes(one, other, candidate, 1, 1);
    }
    double scale = candidate.similarity().scale();
    double sizeOther = Math.min(mostOther, mostOne / scale);
    var smallOne = one.scaled(sizeOther * scale / mostOne);
    var smallOther = other.scaled(sizeOther / mostOther);
    double shrinkOne = (double) smallOne.width() / featuresOfOne.width();
    double shrinkOther = (double) smallOther.width() / featuresOfOther.width();
    var matches =
        candidate.matches().stream()
            .map(
                match ->
                    new Match(
                        match.from().scaled(shrinkOne),
                        match.to().scaled(shrinkOther),
                        match.mirrored(),
                        match.distance()))
            .toList();
    var similarity = CandidateFinder.fit(matches);
    var scaled = similarity == null ? candidate : new Candidate(similarity, matches);
    return new Sizes(smallOne, smallOther, scaled, shrinkOne, shrinkOther);
  }

  /** A pair of these as one of the whole pictures. */
  CopyPair whole(CopyPair small) {
    if (shrinkOne == 1 && shrinkOther == 1) {
      return small;
    }
    var to = small.transformation();
    // (0, 0) is the center of the first pixel of each.
    double origin = 0.5 * shrinkOne - 0.5;
    var whole =
        Similarity.at(
            to.a() * shrinkOne / shrinkOther,
            to.b() * shrinkOne / shrinkOther,
            to.mirrored(),
            0,
            0,
            (to.x(origin, origin) + 0.5) / shrinkOther - 0.5,
            (to.y(origin, origin) + 0.5) / shrinkOther - 0.5);
    var points =
        small.matches().stream()
            .map(
                p ->
                    new CopyPair.Points(
                        p.x1() / shrinkOne,
                        p.y1() / shrinkOne,
                        p.x2() / shrinkOther,
                        p.y2() / shrinkOther))
            .toList();
    return new CopyPair(
        small.first().scaled(1 / shrinkOne),
        small.second().scaled(1 / shrinkOther),
        whole,
        small.correlation(),
        points,
        small.score());
  }
}
