/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.progress.PartOfProgress;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Finds parts of pictures that show the same content, turned, mirrored, scaled between 0.4 and 2.5,
 * however far apart, within a picture or between two. Needs no weights and keeps no state.
 *
 * <pre>{@code
 * var pairs = CopyFinder.within(Luminance.of(image), ProgressListener.NONE);
 *
 * var one = CopyFinder.features(first, listener); // once for each picture; can be kept in a file
 * var other = CopyFinder.features(second, listener);
 * if (CopyFinder.agreement(one, other, listener) > 0) {
 *   var pairs = CopyFinder.between(first, one, second, other, listener);
 * }
 * }</pre>
 */
public final class CopyFinder {

  /** Of one search; the rest would be of the same texture. */
  static final int MOST_PAIRS = 12;

  /** Candidates between two pictures that are worth a look at pixels. */
  private static final int MOST_ACROSS = 6;

  /** Share of a part that may lie in the other one, for their outlines are not exact. */
  private static final double MOST_OVERLAP = 0.1;

  /** Candidates that are looked at beside one another. */
  private static final int AT_ONCE = 4;

  /** Pixels between where a place was found and where a known pair has it. */
  private static final double SAME_PLACE = 4;

  private CopyFinder() {}

  /**
   * What a picture's parts are found again by.
   *
   * @throws CancellationException when the listener says so
   */
  public static CopyFeatures features(Luminance picture, ProgressListener listener) {
    return FeatureFinder.find(picture, listener);
  }

  /**
   * Pairs of parts of one picture, the surest first.
   *
   * @throws CancellationException when the listener says so
   */
  public static List<CopyPair> within(Luminance picture, ProgressListener listener) {
    var features = features(picture, new PartOfProgress(listener, 0, 2));
    return within(picture, features, new PartOfProgress(listener, 1, 2));
  }

  /**
   * The same of only so many places, those of the highest contrast wherever they are.
   *
   * @param most of a square of 640 pixels
   */
  public static CopyFeatures features(Luminance picture, int most, ProgressListener listener) {
    return FeatureFinder.find(picture, most, listener);
  }

  /** The same with features that are there already. */
  public static List<CopyPair> within(
      Luminance picture, CopyFeatures features, ProgressListener listener) {
    return within(picture, features, new SearchWork(), listener);
  }

  /** The same, counted. */
  static List<CopyPair> within(
      Luminance picture, CopyFeatures features, SearchWork work, ProgressListener listener) {
    var matches = Association.within(features, work, listener);
    var candidates = CandidateFinder.find(matches, true, work);
    var check = new PixelCheck(picture, picture, work);
    var pairs = new ArrayList<>(pairs(check, candidates, true, listener));
    addSmall(picture, check, pairs, work, listener);
    addGuided(picture, matches, candidates, check, pairs, listener);
    addSmooth(picture, pairs, work, listener);
    pairs.sort((a, b) -> Double.compare(b.score(), a.score()));
    return pairs;
  }

  /**
   * How many places of the best supported transformation agree between two pictures, 0 if there is
   * none: quick, and without their pixels, so that an archive can be gone through. Below 8 it is
   * mostly chance; {@link #between} tells.
   *
   * @throws CancellationException when the listener says so
   */
  public static int agreement(CopyFeatures one, CopyFeatures other, ProgressListener listener) {
    var candidates = candidates(one, other, listener);
    return candidates.isEmpty() ? 0 : candidates.get(0).matches().size();
  }

  /**
   * Pairs of a part of one picture (first) and a part of another (second), the surest first.
   *
   * @throws CancellationException when the listener says so
   */
  public static List<CopyPair> between(
      Luminance one,
      CopyFeatures featuresOfOne,
      Luminance other,
      CopyFeatures featuresOfOther,
      ProgressListener listener) {
    var candidates = candidates(featuresOfOne, featuresOfOther, listener);
    return pairs(new PixelCheck(one, other), candidates, false, listener);
  }

  /**
   * The same with few candidates, each looked at in the gray levels of its counterpart: for
   * pictures that may have been given another contrast since.
   *
   * @param one gray levels, perhaps of a smaller version than the one that the features are of
   * @param other likewise
   * @param leastMatched pairs with fewer agreeing keypoints are not looked at
   * @throws CancellationException when the listener says so
   */
  public static List<CopyPair> betweenTones(
      Luminance one,
      CopyFeatures featuresOfOne,
      Luminance other,
      CopyFeatures featuresOfOther,
      int leastMatched,
      ProgressListener listener) {
    var candidates =
        candidates(featuresOfOne, featuresOfOther, listener).stream()
            .filter(candidate -> candidate.matches().size() >= leastMatched)
            .limit(MOST_ACROSS)
            .toList();
    var pairs = new ArrayList<CopyPair>();
    for (var candidate : candidates) {
      if (listener.isCanceled()) {
        throw new CancellationException("canceled");
      }
      var sizes = Sizes.of(one, featuresOfOne, other, featuresOfOther, candidate);
      var pair = pair(sizes.candidate(), new PixelCheck(sizes.one(), sizes.other()));
      if (pair == null) {
        var tones = ToneCurve.between(sizes.one(), sizes.other(), sizes.candidate());
        var matched = tones.apply(sizes.other());
        pair = pair(sizes.candidate(), new PixelCheck(sizes.one(), matched));
      }
      if (pair != null) {
        pair = sizes.whole(pair);
        add(pair, pairs);
      }
    }
    pairs.sort((a, b) -> Double.compare(b.score(), a.score()));
    return pairs;
  }

  private static List<Candidate> candidates(
      CopyFeatures one, CopyFeatures other, ProgressListener listener) {
    return CandidateFinder.find(Association.between(one, other, listener), false, new SearchWork());
  }

  /** What too few keypoints agree on, but the pixels around one of them. */
  private static void addGuided(
      Luminance picture,
      List<Match> matches,
      List<Candidate> rough,
      PixelCheck check,
      List<CopyPair> pairs,
      ProgressListener listener) {
    var known = pairs.stream().map(CopyPair::transformation).toList();
    for (var candidate : GuidedCandidates.find(picture, matches, rough, known)) {
      if (listener.isCanceled()) {
        throw new CancellationException("canceled");
      }
      if (pairs.size() == MOST_PAIRS || check.isExhausted()) {
        return;
      }
      var checked = check.checkFitted(candidate);
      double score = checked == null || overlap(checked) ? 0 : Verdict.scoreGuided(checked);
      if (score >= Verdict.THRESHOLD) {
        var pair = pair(check.extended(checked), score);
        if (pairs.stream().noneMatch(other -> overlaps(other, pair))) {
          pairs.add(pair);
        }
      }
    }
  }

  /** What is too small for keypoints, but the same to the pixel. */
  private static void addSmall(
      Luminance picture,
      PixelCheck check,
      List<CopyPair> pairs,
      SearchWork work,
      ProgressListener listener) {
    for (var candidate : SmallParts.find(picture, work)) {
      if (listener.isCanceled()) {
        throw new CancellationException("canceled");
      }
      if (pairs.size() == MOST_PAIRS || check.isExhausted()) {
        return;
      }
      var checked = check.checkExact(candidate, SmallParts.AROUND);
      double score = checked == null || overlap(checked) ? 0 : Verdict.scoreSmall(checked);
      if (score >= Verdict.THRESHOLD) {
        var pair = pair(checked, score);
        if (pairs.stream().noneMatch(known -> overlaps(known, pair))) {
          pairs.add(pair);
        }
      }
    }
  }

  /** What was moved and is too smooth to have keypoints. */
  private static void addSmooth(
      Luminance picture, List<CopyPair> pairs, SearchWork work, ProgressListener listener) {
    var grain = GrainPlane.of(picture);
    var smooth = new GrainCopies(picture, grain, work);
    for (var shift : GrainShifts.find(grain, listener)) {
      if (listener.isCanceled()) {
        throw new CancellationException("canceled");
      }
      var pair = pairs.size() < MOST_PAIRS ? smooth.pair(shift) : null;
      if (pair != null && pairs.stream().noneMatch(known -> overlaps(known, pair))) {
        pairs.add(pair);
      }
    }
  }

  /** Whether a pair shows in part what another one shows, either way around. */
  private static boolean overlaps(CopyPair known, CopyPair found) {
    return known.first().common(found.first()) > 0 && known.second().common(found.second()) > 0
        || known.first().common(found.second()) > 0 && known.second().common(found.first()) > 0;
  }

  /** Null if the parts do not fit well enough. */
  private static CopyPair pair(Candidate candidate, PixelCheck check) {
    var checked = check.check(candidate);
    double score = checked == null ? 0 : Verdict.scoreAcross(checked);
    return score < Verdict.THRESHOLD ? null : pair(checked, score);
  }

  private static void add(CopyPair pair, List<CopyPair> pairs) {
    if (pairs.stream().noneMatch(known -> isSame(known, pair))) {
      pairs.add(pair);
    }
  }

  private static boolean isSame(CopyPair known, CopyPair found) {
    int least = Math.min(found.first().area(), found.second().area()) / 2;
    return known.first().common(found.first()) > least
        && known.second().common(found.second()) > least;
  }

  private static List<CopyPair> pairs(
      PixelCheck check, List<Candidate> candidates, boolean same, ProgressListener listener) {
    var pairs = new ArrayList<CopyPair>();
    for (var found : checked(check, candidates, same, listener)) {
      var checked = same ? withoutSisters(check, found) : found;
      double score = same ? Verdict.scoreWithin(checked) : Verdict.score(checked);
      boolean repeats = same && overlap(checked);
      if (score >= Verdict.THRESHOLD && !repeats && pairs.size() < MOST_PAIRS) {
        pairs.add(pair(check.extended(checked), score));
      }
    }
    pairs.sort((a, b) -> Double.compare(b.score(), a.score()));
    return pairs;
  }

  /** What is too unlike for a copy may hold one that was moved among things that look like it. */
  private static PixelCheck.Checked withoutSisters(PixelCheck check, PixelCheck.Checked checked) {
    boolean unlike =
        Verdict.score(checked) >= Verdict.THRESHOLD
            && Verdict.scoreWithin(checked) < Verdict.THRESHOLD;
    var moved = unlike ? check.checkWhole(checked) : null;
    return moved == null ? checked : moved;
  }

  /**
   * Whether two parts lie on one another: no copy fits what it covers, but a pattern fits itself.
   */
  private static boolean overlap(PixelCheck.Checked checked) {
    int least = Math.min(checked.first().area(), checked.second().area());
    return checked.first().common(checked.second()) > MOST_OVERLAP * least;
  }

  /** All candidates that fit at all, however well. */
  static List<PixelCheck.Checked> checked(
      PixelCheck check, List<Candidate> candidates, boolean same, ProgressListener listener) {
    var kept = new ArrayList<PixelCheck.Checked>();
    var later = new ArrayList<Candidate>();
    check(check, candidates, later, same, kept, listener);
    check(check, later, null, same, kept, listener);
    return kept;
  }

  private static void check(
      PixelCheck check,
      List<Candidate> candidates,
      List<Candidate> later,
      boolean same,
      List<PixelCheck.Checked> kept,
      ProgressListener listener) {
    var waiting = new ArrayDeque<>(candidates);
    while (!waiting.isEmpty() && !check.isExhausted()) {
      if (listener.isCanceled()) {
        throw new CancellationException("canceled");
      }
      var some = next(check, waiting, later != null, kept, same);
      var checked = check.check(some, later);
      for (int i = 0; i < some.size(); i++) {
        var found = checked.get(i);
        if (found != null
            && !isExplained(some.get(i), kept, same)
            && kept.stream().noneMatch(known -> isSame(known, found, same))) {
          kept.add(found);
        }
      }
    }
  }

  /** The next ones that can be looked at beside one another and are not in a pair already. */
  private static List<Candidate> next(
      PixelCheck check,
      Queue<Candidate> waiting,
      boolean inParts,
      List<PixelCheck.Checked> kept,
      boolean same) {
    var next = new ArrayList<Candidate>();
    while (!waiting.isEmpty() && next.size() < AT_ONCE) {
      if (!isExplained(waiting.peek(), kept, same)) {
        if (inParts && !next.isEmpty() && !check.isEnoughFor(next, waiting.peek())) {
          break;
        }
        next.add(waiting.peek());
      }
      waiting.remove();
    }
    return next;
  }

  private static boolean isExplained(
      Candidate candidate, List<PixelCheck.Checked> kept, boolean same) {
    return kept.stream().anyMatch(known -> explains(known, candidate, same));
  }

  /** Whether most of what a candidate's places show is in a pair already. */
  private static boolean explains(PixelCheck.Checked known, Candidate candidate, boolean same) {
    long there = candidate.matches().stream().filter(match -> explains(known, match)).count();
    long back =
        same ? candidate.matches().stream().filter(m -> explains(known, m.reversed())).count() : 0;
    return 2 * Math.max(there, back) > candidate.matches().size();
  }

  private static boolean explains(PixelCheck.Checked known, Match match) {
    int x = Math.round(match.from().x());
    int y = Math.round(match.from().y());
    return known.first().contains(x, y)
        && match.mirrored() == known.similarity().mirrored()
        && match.error(known.similarity()) < SAME_PLACE * SAME_PLACE;
  }

  /** Whether two searches ended in the same pair. */
  private static boolean isSame(PixelCheck.Checked known, PixelCheck.Checked found, boolean same) {
    int least = Math.min(found.first().area(), found.second().area()) / 2;
    return known.first().common(found.first()) > least
            && known.second().common(found.second()) > least
        || same
            && known.first().common(found.second()) > least
            && known.second().common(found.first()) > least;
  }

  private static CopyPair pair(PixelCheck.Checked checked, double score) {
    var points =
        checked.matches().stream()
            .map(
                match ->
                    new CopyPair.Points(
                        match.from().x(), match.from().y(), match.to().x(), match.to().y()))
            .toList();
    return new CopyPair(
        checked.first(),
        checked.second(),
        checked.similarity(),
        checked.evidence().correlation(),
        points,
        score);
  }
}
