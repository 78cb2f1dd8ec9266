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
import sc.fiji.sparsevit.progress.ProgressListener;

class GuidedCandidatesTest {

  private static final int X = 110;
  private static final int Y = 150;
  private static final int RADIUS = 45;

  @ParameterizedTest
  @CsvSource({"0, false, 0.6", "0, false, 1.8", "-37, false, 1", "120, true, 1", "25, true, 1.3"})
  void asFewAsOneMatchLeadToTheTransformationOfACopy(
      double degrees, boolean mirrored, double scale) {
    var to = DotPictures.taking(X, Y, 330.5, 180.25, degrees, mirrored, scale);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), X, Y, RADIUS, to);

    var found = GuidedCandidates.find(picture, List.of(closest(picture, to)), List.of());

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

    assertThat(GuidedCandidates.find(picture, List.of(match), List.of())).isEmpty();
  }

  @Test
  void whatStandsUprightInOneSizeNeedsMoreMatches() {
    var to = DotPictures.taking(X, Y, 330, 180, 0, false, 1);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), X, Y, RADIUS, to);

    assertThat(GuidedCandidates.find(picture, List.of(closest(picture, to)), List.of())).isEmpty();
  }

  @Test
  void whatAKnownPairExplainsIsNotLookedAt() {
    var to = DotPictures.taking(X, Y, 330.5, 180.25, 40, false, 1);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), X, Y, RADIUS, to);
    var match = closest(picture, to);

    assertThat(GuidedCandidates.find(picture, List.of(match), List.of())).hasSize(1);
    assertThat(GuidedCandidates.find(picture, List.of(match), List.of(to))).isEmpty();
    assertThat(GuidedCandidates.find(picture, List.of(match), List.of(to.inverse()))).isEmpty();
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
