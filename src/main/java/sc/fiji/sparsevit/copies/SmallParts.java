/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Finds candidates for parts that are too small for keypoints, whose descriptors reach beyond them:
 * parts moved, mirrored or turned by quarters, which keeps their pixels as they are. Spots that
 * look alike are laid onto one another, and what is around them has to agree.
 */
final class SmallParts {

  /** Tables in which spots are looked up, each by other samples. */
  private static final int TABLES = 4;

  private static final int KEY_BITS = 12;

  /** Of one table's spots with the same key, so many after one another are compared. */
  private static final int MOST_COMPARED = 24;

  private static final int MOST_BITS = 8;

  /** Spots that look most like one. */
  private static final int PARTNERS = 4;

  /** Of the fine structure around two spots. */
  private static final double LEAST_AGREEMENT = 0.9;

  private static final double LEAST_AROUND = 0.85;

  /** Pixels around a spot in which others have to agree. */
  static final int AROUND = 40;

  /** Pixels around a spot in which most others have to agree. */
  private static final int BESIDE = 14;

  private static final int LEAST_BESIDE = 3;

  private static final double LEAST_SHARE = 0.6;

  /** Of the structure that makes a spot, in pixels. */
  private static final float SIGMA = 1.3f;

  private static final int LEAST_PLACES = 5;

  private static final int MOST_CANDIDATES = 8;

  /**
   * Of a picture. Each takes 16 bytes while spots are looked for, and of larger pictures so few
   * spots are kept that small parts are rarely found.
   */
  private static final int MOST_PIXELS = 16_000_000;

  private final Spots spots;
  private final SearchWork work;
  private final List<Spots.SpotSign> signs = new ArrayList<>();
  private final long[] bits;

  /** For each spot the nearest ones: of its own and of another spot, and how many bits differ. */
  private final int[][] nearest;

  private SmallParts(Spots spots, SearchWork work) {
    this.spots = spots;
    this.work = work;
    for (int spot = 0; spot < spots.size(); spot++) {
      signs.addAll(spots.signs(spot));
    }
    bits = signs.stream().mapToLong(Spots.SpotSign::bits).toArray();
    nearest = new int[spots.size()][];
  }

  /** A spot laid onto a pixel. */
  private record Seed(int spot, int x, int y, GridTurn turn, double agreement) {}

  /** The candidates of a picture; none of a very large one. */
  static List<Candidate> find(Luminance picture, SearchWork work) {
    return (long) picture.width() * picture.height() > MOST_PIXELS
        ? List.of()
        : new SmallParts(Spots.of(picture), work).find();
  }

  private List<Candidate> find() {
    for (int table = 0; table < TABLES; table++) {
      compare(table);
    }
    var seeds = seeds();
    var known = new HashSet<Object>();
    var found = new ArrayList<Candidate>();
    for (var seed : seeds) {
      var similarity = seed.turn.taking(spots.x(seed.spot), spots.y(seed.spot), seed.x, seed.y);
      if (!known.contains(List.of(seed.spot, similarity))) {
        var matches = matches(seed, similarity, known);
        if (matches.size() >= LEAST_PLACES) {
          found.add(new Candidate(similarity, matches));
        }
      }
    }
    found.sort(Comparator.comparing(candidate -> -candidate.matches().size()));
    return found.subList(0, Math.min(MOST_CANDIDATES, found.size()));
  }

  private void compare(int table) {
    int size = signs.size();
    var starts = new int[(1 << KEY_BITS) + 1];
    var keys = new int[size];
    for (int i = 0; i < size; i++) {
      keys[i] = key(bits[i], table);
      starts[keys[i] + 1]++;
    }
    for (int key = 1; key < starts.length; key++) {
      starts[key] += starts[key - 1];
    }
    var ordered = new int[size];
    var orderedBits = new long[size];
    int[] next = starts.clone();
    for (int i = 0; i < size; i++) {
      int place = next[keys[i]]++;
      ordered[place] = i;
      orderedBits[place] = bits[i];
    }
    int compared = 0;
    for (int place = 0; place < size; place++) {
      long own = orderedBits[place];
      int end = Math.min(starts[keys[ordered[place]] + 1], place + 1 + MOST_COMPARED);
      for (int other = place + 1; other < end; other++) {
        int different = Long.bitCount(own ^ orderedBits[other]);
        if (different <= MOST_BITS) {
          add(ordered[place], ordered[other], different);
        }
      }
      compared += end - place - 1;
    }
    work.compare(compared);
  }

  /** Every so many of the samples, so that they lie far from one another. */
  private static int key(long bits, int table) {
    int key = 0;
    for (int i = 0; i < KEY_BITS; i++) {
      key = key << 1 | (int) (bits >>> i * TABLES + table & 1);
    }
    return key;
  }

  private void add(int one, int other, int different) {
    int first = signs.get(one).spot();
    int second = signs.get(other).spot();
    if (spots.isBright(first) == spots.isBright(second)
        && isFar(spots.x(first) - spots.x(second), spots.y(first) - spots.y(second))) {
      add(first, one, other, different);
      add(second, other, one, different);
    }
  }

  private static boolean isFar(int right, int down) {
    return right * right + down * down >= Association.LEAST_SHIFT * Association.LEAST_SHIFT;
  }

  private void add(int spot, int own, int other, int bits) {
    if (nearest[spot] == null) {
      nearest[spot] = new int[3 * PARTNERS];
      Arrays.fill(nearest[spot], Integer.MAX_VALUE);
    }
    int[] near = nearest[spot];
    if (bits >= near[3 * PARTNERS - 1]) {
      return;
    }
    for (int i = 0; i < PARTNERS; i++) {
      if (near[3 * i] == own && near[3 * i + 1] == other) {
        return;
      }
    }
    int place = PARTNERS - 1;
    while (place > 0 && near[3 * place - 1] > bits) {
      System.arraycopy(near, 3 * place - 3, near, 3 * place, 3);
      place--;
    }
    near[3 * place] = own;
    near[3 * place + 1] = other;
    near[3 * place + 2] = bits;
  }

  /** The surest first; what agrees with everything that it was held against is a texture. */
  private List<Seed> seeds() {
    var seeds = new ArrayList<Seed>();
    for (int spot = 0; spot < spots.size(); spot++) {
      int count = 0;
      int agreeing = 0;
      for (int i = 0;
          nearest[spot] != null && i < PARTNERS && nearest[spot][3 * i + 2] <= MOST_BITS;
          i++) {
        var own = signs.get(nearest[spot][3 * i]);
        var other = signs.get(nearest[spot][3 * i + 1]);
        var turn = other.turn().afterBack(own.turn());
        int x = spots.x(other.spot());
        int y = spots.y(other.spot());
        double agreement = spots.agreement(spot, x, y, turn);
        count++;
        if (agreement >= LEAST_AGREEMENT) {
          seeds.add(new Seed(spot, x, y, turn, agreement));
          agreeing++;
        }
      }
      if (agreeing == PARTNERS) {
        seeds.subList(seeds.size() - agreeing, seeds.size()).clear();
      }
    }
    seeds.sort(Comparator.comparing(seed -> -seed.agreement));
    return seeds;
  }

  /** None if too few of the nearest spots agree: a copy goes on around most of its spots. */
  private List<Match> matches(Seed seed, Similarity similarity, HashSet<Object> known) {
    int[] beside = spots.around(spots.x(seed.spot), spots.y(seed.spot), BESIDE);
    int asked = 0;
    int agreeing = 0;
    for (int spot : beside) {
      double agreement = agreement(seed, spot, BESIDE);
      asked += agreement > -2 ? 1 : 0;
      agreeing += agreement >= LEAST_AROUND ? 1 : 0;
    }
    work.ask(asked);
    if (agreeing < LEAST_BESIDE || agreeing < LEAST_SHARE * asked) {
      return List.of();
    }
    float angle = (float) Math.atan2(seed.turn.b(), seed.turn.a());
    var matches = new ArrayList<Match>();
    for (int spot : spots.around(spots.x(seed.spot), spots.y(seed.spot), AROUND)) {
      double agreement = agreement(seed, spot, AROUND);
      work.ask(1);
      if (agreement >= LEAST_AROUND) {
        int x = spots.x(spot);
        int y = spots.y(spot);
        boolean bright = spots.isBright(spot);
        var to =
            new Keypoint(
                (float) similarity.x(x, y), (float) similarity.y(x, y), SIGMA, angle, bright, null);
        matches.add(
            new Match(
                new Keypoint(x, y, SIGMA, 0, bright, null),
                to,
                seed.turn.mirrored(),
                (float) (1 - agreement) / 4));
        known.add(List.of(spot, similarity));
      }
    }
    return matches;
  }

  /** Of a spot near a seed with where it would have been copied to; -2 if it is not asked. */
  private double agreement(Seed seed, int spot, int distance) {
    int right = spots.x(spot) - spots.x(seed.spot);
    int down = spots.y(spot) - spots.y(seed.spot);
    int fromX = spots.x(spot) - seed.x;
    int fromY = spots.y(spot) - seed.y;
    int x = seed.x + seed.turn.x(right, down);
    int y = seed.y + seed.turn.y(right, down);
    int square = right * right + down * down;
    // What is mirrored or turned around takes the second part to the first, too.
    return square <= distance * distance
            && square < fromX * fromX + fromY * fromY
            && isFar(x - spots.x(spot), y - spots.y(spot))
        ? spots.agreement(spot, x, y, seed.turn)
        : -2;
  }
}
