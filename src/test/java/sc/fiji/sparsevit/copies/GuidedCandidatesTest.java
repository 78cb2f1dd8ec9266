/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.progress.ProgressListener;

class GuidedCandidatesTest {

  private static final int X = 110;
  private static final int Y = 150;
  private static final int RADIUS = 45;

  @ParameterizedTest
  @CsvSource({
    "0, true, 1",
    "0, false, 0.6",
    "0, false, 1.8",
    "-37, false, 1",
    "120, true, 1",
    "25, true, 1.3",
    "180, false, 1",
    "90, false, 1"
  })
  void asFewAsOneMatchLeadToTheTransformationOfACopy(
      double degrees, boolean mirrored, double scale) {
    var to = DotPictures.taking(X, Y, 330.5, 180.25, degrees, mirrored, scale);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), X, Y, RADIUS, to);

    var found = found(picture, closest(picture, to));

    assertThat(found).hasSize(1);
    var candidate = found.get(0);
    assertThat(candidate.similarity().scale()).isGreaterThan(0.99);
    var truth = scale < 0.99 || candidate.matches().get(0).from().x() > 220 ? to.inverse() : to;
    for (var match : candidate.matches()) {
      assertThat(match.error(truth)).isLessThan(0.25);
    }
  }

  @Test
  void whatIsAroundAChanceMatchDoesNotFit() {
    var picture = DotPictures.dots(460, 320, 2);
    var keypoints = CopyFinder.features(picture, ProgressListener.NONE).keypoints();
    var match = new Match(keypoints.get(3), keypoints.get(300), false, 0.01f);

    assertThat(found(picture, match)).isEmpty();
  }

  @Test
  void whatStandsUprightInOneSizeNeedsMoreMatches() {
    var to = DotPictures.taking(X, Y, 330, 180, 0, false, 1);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), X, Y, RADIUS, to);

    assertThat(found(picture, closest(picture, to))).isEmpty();
  }

  /** However a match's direction and size differ, which are never exact. */
  @Test
  void aTransformationThatEndsUprightInOneSizeIsLeftOut() {
    var to = DotPictures.taking(X, Y, 330, 180, 0, false, 1);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), X, Y, RADIUS, to);

    assertThat(found(picture, turned(closest(picture, to), 0, 7))).isEmpty();
  }

  /** So far off that its surroundings fit only in half the picture at first. */
  @ParameterizedTest
  @ValueSource(doubles = {15, 25})
  void aMatchMayBeTurnedWronglyAndLieAPixelBeside(double degrees) {
    var to = DotPictures.taking(X, Y, 330.5, 180.25, 70, false, 1);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 3), X, Y, RADIUS, to);

    var found = found(picture, turned(closest(picture, to), 1, degrees));

    assertThat(found).hasSize(1);
    var matches = found.get(0).matches();
    var truth = matches.get(0).error(to) < 4 ? to : to.inverse();
    assertThat(matches).allMatch(match -> match.error(truth) < 0.25);
  }

  @Test
  void whatAKnownPairExplainsIsNotLookedAt() {
    var to = DotPictures.taking(X, Y, 330.5, 180.25, 40, false, 1);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), X, Y, RADIUS, to);
    var match = closest(picture, to);

    assertThat(found(picture, match)).hasSize(1);
    assertThat(found(picture, match, to)).isEmpty();
    assertThat(found(picture, match, to.inverse())).isEmpty();
  }

  /** A place where they agree only roughly, and one match of several that is right. */
  @Test
  void whatMatchesAgreeOnRoughlyLeadsToTheTransformationOfACopy() {
    var to = DotPictures.taking(X, Y, 330.5, 180.25, 20, false, 1);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), X, Y, RADIUS, to);
    var match = closest(picture, to);
    match = match.error(to) < 1 ? match : match.reversed();
    var wrong = new Match(match.to(), match.from(), false, 0.1f);
    var roughly = DotPictures.taking(X, Y, 331.5, 181, 22, false, 1.03);

    var found =
        GuidedCandidates.find(
            picture,
            List.of(),
            List.of(new Candidate(roughly, List.of(wrong, match, wrong))),
            List.of());

    assertThat(found).hasSize(1);
    for (var place : found.get(0).matches()) {
      assertThat(place.error(to)).isLessThan(0.1);
    }
  }

  private static List<Candidate> found(Luminance picture, Match match, Similarity... known) {
    return GuidedCandidates.find(picture, List.of(match), List.of(), List.of(known));
  }

  private static Match turned(Match match, float right, double degrees) {
    var to = match.to();
    float angle = to.angle() + (float) Math.toRadians(degrees);
    return new Match(
        match.from(),
        new Keypoint(to.x() + right, to.y(), to.sigma(), angle, to.bright(), to.descriptor()),
        match.mirrored(),
        match.distance());
  }

  /** Of the right matches the one that looks most alike. */
  private static Match closest(Luminance picture, Similarity to) {
    var features = CopyFinder.features(picture, ProgressListener.NONE);
    return Association.within(features, new SearchWork(), ProgressListener.NONE).stream()
        .filter(match -> match.mirrored() == to.mirrored())
        .filter(match -> match.error(to) < 1 || match.reversed().error(to) < 1)
        .min(Comparator.comparing(Match::distance))
        .orElseThrow();
  }
}
