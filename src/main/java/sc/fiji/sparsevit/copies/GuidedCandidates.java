/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.sparsevit.copies.PlaceFit.Fitting;

/**
 * Finds transformations that too few matches agree on: of a part that was scaled, mirrored, or
 * turned and saved as a JPEG file, often only one or two keypoints still look most like their
 * originals, or a few of them and some others. The pixels around one such match are moved onto
 * their partners, farther and farther away from it.
 */
final class GuidedCandidates {

  /** Squared distance of descriptors; of chance matches, few are so close. */
  private static final float LARGEST_DISTANCE = 0.12f;

  /** Of matches that start in a cell, the closest ones are looked at. */
  private static final int MOST_IN_CELL = 8;

  /** Pixels. */
  private static final int CELL = 48;

  /** Of a small picture, so many closest ones are looked at; of a large one, in proportion. */
  private static final int LEAST_SEEDS = 100;

  private static final int MOST_SEEDS = 2_000;

  /** Pixels. */
  private static final int EACH = 6_500;

  /** By which sizes have to differ (natural logarithm), or directions (radians). */
  private static final double LEAST_GROWTH = 0.1;

  private static final double LEAST_TURN = 0.09;

  /** Pixels from one place around a match to the next. */
  private static final int STEP = 8;

  /** Of the five places closest to a match, so many have to fit at once. */
  private static final int LEAST_CLOSE = 2;

  /** Correlation around a place without which it is left out, before the last refinement. */
  private static final double LEAST_AROUND = 0.5;

  private static final double LEAST_IN_END = 0.7;

  private static final double LEAST_TOGETHER = 0.85;

  private static final double LEAST_ACROSS = 0.6;

  /** Half of this rules out most edges that lie on other edges, before all is refined. */
  private static final double LEAST_ACROSS_AT_FIRST = 0.3;

  /** Pixels between where a transformation takes a place and where it lies. */
  private static final double SAME_PLACE = 4;

  /** The same of two transformations of which only one is worth looking at. */
  private static final double SAME_FIT = 0.5;

  private static final int MOST_CANDIDATES = 24;

  private GuidedCandidates() {}

  /**
   * Where to begin.
   *
   * @param similarity a first guess, which does not shrink
   */
  private record FirstGuess(Match match, Similarity similarity) {

    /** The closest of the matches that agree. */
    static FirstGuess of(Candidate rough) {
      var growing = rough.similarity().scale() < 1 ? rough.reversed() : rough;
      var closest =
          growing.matches().stream().min(Comparator.comparing(Match::distance)).orElseThrow();
      return new FirstGuess(closest, growing.similarity());
    }
  }

  /**
   * @param rough what matches agree on, whether or not pixels do
   * @param known transformations whose matches need no guide
   * @return those that most pixels agree on first, none of which shrinks
   */
  static List<Candidate> find(
      Luminance picture, List<Match> matches, List<Candidate> rough, List<Similarity> known) {
    int most = Math.max(LEAST_SEEDS, Math.min(MOST_SEEDS, picture.levels().length / EACH));
    var alone = seeds(matches, known).map(match -> new FirstGuess(match, match.similarity()));
    var agreeing =
        rough.stream()
            .map(FirstGuess::of)
            .filter(seed -> known.stream().noneMatch(k -> explains(k, seed.match())));
    var pyramid = new Pyramid(picture);
    var found =
        Stream.concat(agreeing.limit(most), alone.limit(most)).toList().parallelStream()
            .map(seed -> candidate(pyramid, seed))
            .filter(candidate -> candidate != null && Verdict.mayBeGuided(candidate.similarity()))
            .sorted(Comparator.comparing(candidate -> -candidate.matches().size()))
            .toList();
    var kept = new ArrayList<Candidate>();
    for (var candidate : found) {
      if (kept.size() < MOST_CANDIDATES && kept.stream().noneMatch(k -> isSame(k, candidate))) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  /** From the smaller to the larger part, the closest first. */
  private static Stream<Match> seeds(List<Match> matches, List<Similarity> known) {
    var ends = new HashSet<List<Float>>();
    var counts = new HashMap<List<Integer>, Integer>();
    return matches.stream()
        .filter(match -> match.distance() <= LARGEST_DISTANCE && isChanged(match))
        .map(match -> match.logScale() < 0 ? match.reversed() : match)
        .filter(match -> match.logScale() <= -Math.log(CandidateFinder.LEAST_SCALE) + 0.1)
        .filter(match -> known.stream().noneMatch(similarity -> explains(similarity, match)))
        .sorted(Comparator.comparing(Match::distance))
        .filter(
            match ->
                ends.add(ends(match))
                    && counts.merge(cell(match), 1, Integer::sum) <= MOST_IN_CELL);
  }

  /** Whether sizes, directions, or hands differ: copies that stand upright have many matches. */
  private static boolean isChanged(Match match) {
    return match.mirrored()
        || Math.abs(match.logScale()) > LEAST_GROWTH
        || Math.abs(Angles.difference((float) match.rotation(), 0)) > LEAST_TURN;
  }

  private static List<Float> ends(Match match) {
    return List.of(match.from().x(), match.from().y(), match.to().x(), match.to().y());
  }

  private static List<Integer> cell(Match match) {
    return List.of((int) match.from().x() / CELL, (int) match.from().y() / CELL);
  }

  private static boolean isSame(Candidate known, Candidate found) {
    long same =
        found.matches().stream()
            .filter(match -> match.mirrored() == known.similarity().mirrored())
            .filter(match -> match.error(known.similarity()) < SAME_FIT * SAME_FIT)
            .count();
    return 2 * same > found.matches().size();
  }

  private static boolean explains(Similarity known, Match match) {
    return match.mirrored() == known.mirrored()
        && (match.error(known) < SAME_PLACE * SAME_PLACE
            || match.reversed().error(known) < SAME_PLACE * SAME_PLACE);
  }

  /**
   * Null if what is around a match does not fit. The direction and the size of a keypoint are a
   * little off, so that what lies beside it may be moved by more than refining finds back; in half
   * the picture, that is half as far.
   */
  private static Candidate candidate(Pyramid pyramid, FirstGuess start) {
    var seed = start.match();
    var found = candidate(pyramid.picture(), seed, start.similarity());
    return found == null
        ? candidate(pyramid.picture(), seed, refinedInHalf(pyramid, start))
        : found;
  }

  private static Similarity refinedInHalf(Pyramid pyramid, FirstGuess start) {
    var half = pyramid.at(1);
    var places = beside(start.match(), STEP, STEP);
    var smaller = Pyramid.atLevel(new Candidate(start.similarity(), places), 1);
    return PlaceFit.refined(half, half, smaller.matches(), smaller.similarity()).rescaled(2);
  }

  private static Candidate candidate(Luminance picture, Match seed, Similarity start) {
    var close = beside(seed, STEP, 2 * STEP);
    close.add(seed);
    var similarity = PlaceFit.refined(picture, picture, close, start);
    var fitting = Fitting.of(picture, picture, close, similarity, LEAST_AROUND);
    if (fitting.places().size() < LEAST_CLOSE || fitting.across() < LEAST_ACROSS_AT_FIRST) {
      return null;
    }
    var around = beside(seed, 2 * STEP, STEP);
    fitting = Fitting.of(picture, picture, around, similarity, LEAST_AROUND);
    if (fitting.places().size() < Verdict.LEAST_MATCHED
        || fitting.across() < LEAST_ACROSS_AT_FIRST) {
      return null;
    }
    similarity = PlaceFit.refined(picture, picture, fitting.places(), similarity);
    fitting = Fitting.of(picture, picture, around, similarity, LEAST_IN_END);
    if (fitting.places().size() < Verdict.LEAST_MATCHED
        || fitting.correlation() < LEAST_TOGETHER
        || fitting.across() < LEAST_ACROSS) {
      return null;
    }
    similarity = PlaceFit.refined(picture, picture, fitting.places(), similarity);
    return similarity.scale() <= 1 / CandidateFinder.LEAST_SCALE
        ? candidate(seed, similarity, fitting.places())
        : null;
  }

  /** Null if it hardly moves anything. */
  private static Candidate candidate(Match seed, Similarity similarity, List<Match> places) {
    var taken = places.stream().map(place -> taken(seed, similarity, place)).toList();
    return CandidateFinder.isNearlyFixed(similarity, taken)
        ? null
        : new Candidate(similarity, taken);
  }

  private static Match taken(Match seed, Similarity similarity, Match place) {
    float x = place.from().x();
    float y = place.from().y();
    var to = place((float) similarity.x(x, y), (float) similarity.y(x, y), seed.to());
    return new Match(place.from(), to, seed.mirrored(), seed.distance());
  }

  /** Places in rows and columns around a match. */
  private static List<Match> beside(Match seed, int reach, int step) {
    var places = new ArrayList<Match>();
    for (int down = -reach; down <= reach; down += step) {
      for (int right = -reach; right <= reach; right += step) {
        var place = place(seed.from().x() + right, seed.from().y() + down, seed.from());
        places.add(new Match(place, seed.to(), seed.mirrored(), seed.distance()));
      }
    }
    return places;
  }

  /** As large as a keypoint, elsewhere. */
  private static Keypoint place(float x, float y, Keypoint like) {
    return new Keypoint(x, y, like.sigma(), like.angle(), like.bright(), null);
  }
}
