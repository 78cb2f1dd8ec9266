/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the similarity transformations that matches agree on: what the matches around one of them
 * say together is held against all, refined, and what it explains is taken away. The work is
 * bounded however often a texture repeats.
 */
final class CandidateFinder {

  static final double LEAST_SCALE = 0.38;

  /** Places that have to agree. */
  private static final int LEAST_PLACES = 4;

  /** Places next to one another that have to agree before all are asked. */
  private static final int LEAST_AROUND = 3;

  /**
   * Of matches that start in a cell, those of the least distance; repeated textures have hundreds.
   */
  private static final int MOST_IN_CELL = 48;

  /** Of those that start in a cell, the closest ones are asked whether others support them. */
  private static final int MOST_SEEDS_IN_CELL = 10;

  /** Of one handedness: what comes after these is chance. */
  private static final int LEAST_LIMIT = 40;

  private static final int LARGEST_LIMIT = 300;

  /** Large pictures have more that agrees by chance, or honestly, before a copy's turn comes. */
  private static final int MATCHES_EACH = 300;

  private static final int TRIALS_EACH = 20;

  /** Pixels within which matches have to support one another. */
  private static final int CELL = 48;

  private static final double[] TOLERANCES = {4, 2.5, 1.8, 1.6};

  /** Pixels beside a first guess within which what agrees with a better one is looked for. */
  private static final double NEAR = 12;

  /** Those that start in one cell after one another, the closest first: they are read together. */
  private final List<Match> matches;

  /** For each match x and y of the first place, then of the second. */
  private final float[] ends;

  private final float[] logScales;
  private final float[] rotations;
  private final boolean[] used;
  private final int[] all;

  private final List<Cell> cells;

  /** That each match starts in, with those on its sides. */
  private final Cell[][] around;

  private final boolean same;
  private final SearchWork work;

  private CandidateFinder(List<Match> matches, boolean same, SearchWork work) {
    this.matches = matches;
    this.same = same;
    this.work = work;
    used = new boolean[matches.size()];
    all = IntStream.range(0, used.length).toArray();
    ends = new float[4 * used.length];
    logScales = new float[used.length];
    rotations = new float[used.length];
    for (int i = 0; i < used.length; i++) {
      var from = matches.get(i).from();
      var to = matches.get(i).to();
      ends[4 * i] = from.x();
      ends[4 * i + 1] = from.y();
      ends[4 * i + 2] = to.x();
      ends[4 * i + 3] = to.y();
      logScales[i] = (float) matches.get(i).logScale();
      rotations[i] = (float) matches.get(i).rotation();
    }
    around = new Cell[used.length][];
    cells = cells();
  }

  /**
   * Of the first places of matches.
   *
   * @param start of its matches
   * @param end after the last one
   */
  private record Cell(int start, int end) {

    /** Repeated textures have hundreds. */
    int mostAsked() {
      return Math.min(end, start + MOST_IN_CELL);
    }
  }

  private List<Cell> cells() {
    var cells = new HashMap<Long, Cell>();
    for (int start = 0, end = 0; start < used.length; start = end) {
      long cell = cell(matches.get(start), 0, 0);
      while (end < used.length && cell(matches.get(end), 0, 0) == cell) {
        end++;
      }
      cells.put(cell, new Cell(start, end));
    }
    for (var cell : cells.values()) {
      var beside = new ArrayList<Cell>();
      for (int i = 0; i < 9; i++) {
        var other = cells.get(cell(matches.get(cell.start), i % 3 - 1, i / 3 - 1));
        if (other != null) {
          beside.add(other);
        }
      }
      Arrays.fill(around, cell.start, cell.end, beside.toArray(Cell[]::new));
    }
    return List.copyOf(cells.values());
  }

  /**
   * @param same whether both ends of the matches lie in one picture
   * @param work counts how often a match is asked whether it agrees
   * @return the best supported first
   */
  static List<Candidate> find(List<Match> matches, boolean same, SearchWork work) {
    return Stream.of(false, true)
        .parallel()
        .flatMap(mirrored -> find(matches, mirrored, same, work).stream())
        .sorted(Comparator.comparing(Candidate::support).reversed())
        .limit(2L * limit(matches))
        .toList();
  }

  private static List<Candidate> find(
      List<Match> matches, boolean mirrored, boolean same, SearchWork work) {
    var unique = new HashSet<Long>();
    var hand = new ArrayList<Match>();
    for (var match : matches) {
      if (match.mirrored() == mirrored && unique.add(ends(match))) {
        hand.add(match);
        if (same && unique.add(ends(match.reversed()))) {
          hand.add(match.reversed());
        }
      }
    }
    hand.sort(
        Comparator.comparing((Match match) -> cell(match, 0, 0)).thenComparing(Match::distance));
    return new CandidateFinder(hand, same, work).find();
  }

  private static int limit(List<Match> matches) {
    return Math.min(LARGEST_LIMIT, LEAST_LIMIT + matches.size() / MATCHES_EACH);
  }

  private static long ends(Match match) {
    long from =
        31L * Float.floatToIntBits(match.from().x()) + Float.floatToIntBits(match.from().y());
    long to = 31L * Float.floatToIntBits(match.to().x()) + Float.floatToIntBits(match.to().y());
    return from * 1_000_003L + to;
  }

  private List<Candidate> find() {
    var found = new ArrayList<Candidate>();
    int trials = 0;
    int most = limit(matches);
    for (int seed : seeds()) {
      if (used[seed]) {
        continue;
      }
      var agreeing = around(seed);
      if (agreeing.size() < LEAST_AROUND) {
        continue;
      }
      if (++trials > TRIALS_EACH * most || found.size() == most) {
        break;
      }
      var start = fit(agreeing.stream().map(matches::get).toList());
      var candidate = start == null ? null : refined(start);
      if (candidate != null) {
        found.add(candidate);
      }
    }
    return found;
  }

  /**
   * Those with the most support around them first: in a large picture, chance brings thousands of
   * them together, but few at a time.
   */
  private int[] seeds() {
    var support = new int[used.length];
    cells.parallelStream().forEach(cell -> count(cell, support));
    return IntStream.range(0, used.length)
        .filter(i -> support[i] >= LEAST_AROUND)
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> -support[i])
                .thenComparing(i -> matches.get(i).distance()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void count(Cell cell, int[] support) {
    int asked = 0;
    for (int i = cell.start; i < cell.end && asked < MOST_SEEDS_IN_CELL; i++) {
      if (isAllowed(i)) {
        support[i] = around(i).size();
        asked++;
      }
    }
  }

  private boolean isAllowed(int match) {
    return Math.abs(logScales[match]) <= -Math.log(LEAST_SCALE) + 0.1;
  }

  /** A match and those around it that say the same, by their indices. */
  private List<Integer> around(int seed) {
    var rough = matches.get(seed).similarity();
    double scale = rough.scale();
    var agreeing = new ArrayList<Integer>();
    agreeing.add(seed);
    int asked = 0;
    for (var cell : around[seed]) {
      for (int i = cell.start; i < cell.mostAsked(); i++) {
        if (supports(seed, rough, scale, i)) {
          agreeing.add(i);
        }
      }
      asked += cell.mostAsked() - cell.start;
    }
    work.ask(asked);
    return agreeing;
  }

  private boolean supports(int seed, Similarity rough, double scale, int other) {
    if (used[other]
        || Math.abs(logScales[other] - logScales[seed]) > 0.35f
        || Math.abs(Angles.difference(rotations[other], rotations[seed])) > 0.35f) {
      return false;
    }
    float x = ends[4 * other];
    float y = ends[4 * other + 1];
    float dx = x - ends[4 * seed];
    float dy = y - ends[4 * seed + 1];
    float square = dx * dx + dy * dy;
    if (square < 9) {
      return false;
    }
    double tolerance = 2 + 0.2 * Math.sqrt(square) * scale;
    double errorX = rough.x(x, y) - ends[4 * other + 2];
    double errorY = rough.y(x, y) - ends[4 * other + 3];
    return errorX * errorX + errorY * errorY <= tolerance * tolerance;
  }

  /** Takes in all matches that agree, and takes them away from the rest. */
  private Candidate refined(Similarity start) {
    var similarity = start;
    int[] near = agreeing(similarity, NEAR, all);
    int[] agreeing = near;
    for (double tolerance : TOLERANCES) {
      agreeing = agreeing(similarity, tolerance, near);
      if (agreeing.length < LEAST_PLACES) {
        return null;
      }
      similarity = fit(Arrays.stream(agreeing).mapToObj(matches::get).toList());
      if (similarity == null) {
        return null;
      }
    }
    var distinct = distinct(agreeing);
    if (distinct.size() < LEAST_PLACES
        || similarity.scale() < LEAST_SCALE
        || similarity.scale() > 1 / LEAST_SCALE
        || same && isNearlyFixed(similarity, distinct)) {
      return null;
    }
    use(agreeing);
    if (same) {
      use(agreeing(similarity.inverse(), TOLERANCES[0], all));
    }
    return new Candidate(similarity, distinct);
  }

  private void use(int[] indices) {
    for (int i : indices) {
      used[i] = true;
    }
  }

  private int[] agreeing(Similarity similarity, double tolerance, int[] among) {
    float a = (float) similarity.a();
    float b = (float) similarity.b();
    float handB = similarity.mirrored() ? -b : b;
    float handA = similarity.mirrored() ? -a : a;
    float right = (float) similarity.right();
    float down = (float) similarity.down();
    float square = (float) (tolerance * tolerance);
    work.ask(among.length);
    var agreeing = new int[among.length];
    int count = 0;
    for (int i : among) {
      float x = ends[4 * i];
      float y = ends[4 * i + 1];
      float dx = a * x - handB * y + right - ends[4 * i + 2];
      float dy = b * x + handA * y + down - ends[4 * i + 3];
      if (dx * dx + dy * dy < square && !used[i]) {
        agreeing[count++] = i;
      }
    }
    return Arrays.copyOf(agreeing, count);
  }

  /**
   * The closest match for each place of two pixels: directions of one keypoint are no evidence
   * each.
   */
  private List<Match> distinct(int[] agreeing) {
    var places = new HashSet<Long>();
    return Arrays.stream(agreeing)
        .mapToObj(matches::get)
        .sorted(Comparator.comparing(Match::distance))
        .filter(
            match ->
                places.add(
                    (long) Math.floor(match.from().x() / 2) << 32
                        | (long) Math.floor(match.from().y() / 2)))
        .toList();
  }

  /** A symmetric thing is its own mirror image, turned image, or slightly larger image. */
  static boolean isNearlyFixed(Similarity similarity, List<Match> matches) {
    double sumX = 0;
    double sumY = 0;
    for (var match : matches) {
      sumX += match.from().x();
      sumY += match.from().y();
    }
    double x = sumX / matches.size();
    double y = sumY / matches.size();
    return Math.hypot(similarity.x(x, y) - x, similarity.y(x, y) - y) < Association.LEAST_SHIFT;
  }

  /** Least squares; null if all lie in one place. */
  static Similarity fit(List<Match> matches) {
    boolean mirrored = matches.get(0).mirrored();
    double hand = mirrored ? -1 : 1;
    int n = matches.size();
    double mx = 0;
    double my = 0;
    double mu = 0;
    double mv = 0;
    for (var match : matches) {
      mx += match.from().x() / n;
      my += match.from().y() / n;
      mu += match.to().x() / n;
      mv += match.to().y() / n;
    }
    double cos = 0;
    double sin = 0;
    double square = 0;
    for (var match : matches) {
      double x = match.from().x() - mx;
      double y = hand * (match.from().y() - my);
      double u = match.to().x() - mu;
      double v = match.to().y() - mv;
      cos += x * u + y * v;
      sin += x * v - y * u;
      square += x * x + y * y;
    }
    if (square < 1e-6) {
      return null;
    }
    return Similarity.at(cos / square, sin / square, mirrored, mx, my, mu, mv);
  }

  private static long cell(Match match, int right, int down) {
    long column = (long) Math.floor(match.from().x() / CELL) + right;
    long row = (long) Math.floor(match.from().y() / CELL) + down;
    return column << 32 ^ row & 0xffffffffL;
  }
}
