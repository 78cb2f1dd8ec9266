/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import sc.fiji.sparsevit.copies.CopyFeatures;
import sc.fiji.sparsevit.copies.Keypoint;

/**
 * Asks an index which panels may show what a panel shows: those of which several keypoints agree on
 * one transformation. Both handednesses are asked for, and bright and dark are the same.
 */
final class Query {

  /** Words that a keypoint is looked for under, for each handedness. */
  private static final int WORDS = 4;

  private static final int MOST_BITS = 24;

  /** Keypoints that a panel asks with. */
  private static final int MOST_ASKED = 500;

  /** Keypoints under one word that are read; more show what is everywhere. */
  private static final int MOST_IN_WORD = 8_000;

  /**
   * Of what a keypoint finds in all pictures, those with the fewest differing bits are kept, so
   * that the work for a panel hardly grows with the number of pictures.
   */
  private static final int MOST_NEAREST = 48;

  /** Of hits in one panel, those with the fewest differing bits are held against each other. */
  private static final int MOST_HITS = 120;

  /** Steps of {@link Turns} by which two keypoints' turns may differ. */
  private static final int MOST_TURN = Turns.of(0.4f);

  /** Of those, so many are tried as what the others have to agree with. */
  private static final int MOST_TRIALS = 40;

  private static final int LEAST_AGREEING = 7;

  /** Panels that are worth a closer look. */
  private static final int MOST_CANDIDATES = 12;

  private final WordIndex index;
  private final int[] words = new int[WORDS];
  private final ByteBuffer buffer = ByteBuffer.allocate(MOST_IN_WORD * Posting.BYTES);

  /** What one keypoint found, before the nearest of it are chosen. */
  private final List<Hit> found = new ArrayList<>();

  private final int[] counts = new int[MOST_BITS + 1];
  private long read;
  private long compared;

  Query(WordIndex index) {
    this.index = index;
  }

  /**
   * A panel that may show the same.
   *
   * @param panel its number in the index
   * @param inverted whether as a negative
   * @param agreeing how many keypoints agree on a transformation
   */
  record LikePanel(int panel, boolean inverted, int agreeing) {}

  /**
   * What the questions so far have cost, whatever the machine.
   *
   * @param read keypoints that were read from the index
   * @param compared pairs of hits that were held against each other
   */
  record QueryWork(long read, long compared) {}

  QueryWork work() {
    return new QueryWork(read, compared);
  }

  /** A keypoint that was asked for, one that was found, and the transformation they tell. */
  private static final class Hit {

    /** The panel that it was found in, mirrored or not, as it is or inverted. */
    final int key;

    final float x;
    final float y;
    final int foundX;
    final int foundY;
    final int bits;
    final float scale;
    final float logScale;

    /** In steps of {@link Turns}. */
    final int turn;

    Hit(Asked asked, ByteBuffer in, int at, int bits) {
      var upright = asked.upright;
      boolean inverted = asked.bright != Posting.bright(in, at);
      key = Posting.panel(in, at) << 2 | (asked.mirrored ? 2 : 0) | (inverted ? 1 : 0);
      x = upright.x();
      y = upright.y();
      foundX = Posting.x(in, at);
      foundY = Posting.y(in, at);
      this.bits = bits;
      scale = Posting.sigma(in, at) / upright.sigma();
      logScale = Posting.logSigma(in, at) - asked.logSigma;
      int foundTurn = Turns.of(Posting.angle(in, at));
      turn = asked.mirrored ? foundTurn + asked.turn : foundTurn - asked.turn;
    }

    int panel() {
      return key >> 2;
    }

    boolean isMirrored() {
      return (key & 2) != 0;
    }

    boolean isInverted() {
      return (key & 1) == 1;
    }
  }

  /** A keypoint of one handedness. */
  private record Asked(
      Keypoint upright, boolean bright, boolean mirrored, float logSigma, int turn) {

    static Asked of(Keypoint point, boolean mirrored) {
      var upright = Query.upright(point);
      return new Asked(
          upright,
          point.bright(),
          mirrored,
          (float) Math.log(upright.sigma()),
          Turns.of(upright.angle()));
    }

    byte[] descriptor() {
      return mirrored ? upright.mirroredDescriptor() : upright.descriptor();
    }
  }

  /** A keypoint as a bright one would have it. */
  static Keypoint upright(Keypoint point) {
    return point.bright() ? point : point.inverted();
  }

  /** The best supported first. */
  List<LikePanel> candidates(CopyFeatures panel) {
    var hits = new ArrayList<Hit>();
    var points = panel.keypoints();
    int asked = Math.min(MOST_ASKED, points.size());
    for (int i = 0; i < asked; i++) {
      var point = points.get((int) ((long) i * points.size() / asked));
      ask(Asked.of(point, false), hits);
      ask(Asked.of(point, true), hits);
    }
    hits.sort(Comparator.comparingInt((Hit hit) -> hit.key).thenComparingInt(hit -> hit.bits));
    var best = new HashMap<Integer, LikePanel>();
    for (int start = 0; start < hits.size(); ) {
      var first = hits.get(start);
      int end = start + 1;
      while (end < hits.size() && hits.get(end).key == first.key) {
        end++;
      }
      int agreeing = agreeing(hits.subList(start, end), first.isMirrored());
      if (agreeing >= LEAST_AGREEING) {
        best.merge(
            first.panel() << 1 | (first.isInverted() ? 1 : 0),
            new LikePanel(first.panel(), first.isInverted(), agreeing),
            (one, other) -> one.agreeing() >= other.agreeing() ? one : other);
      }
      start = end;
    }
    return best.values().stream()
        .sorted(
            Comparator.comparing(LikePanel::agreeing).reversed().thenComparing(LikePanel::panel))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private void ask(Asked asked, List<Hit> hits) {
    byte[] descriptor = asked.descriptor();
    Vocabulary.get().nearest(descriptor, words);
    long low = Bits.low(descriptor);
    long high = Bits.high(descriptor);
    found.clear();
    Arrays.fill(counts, 0);
    int most = MOST_BITS;
    int within = 0;
    for (int word : words) {
      if (index.count(word) == 0) {
        continue;
      }
      index.read(word, buffer);
      read += buffer.limit() / Posting.BYTES;
      for (int at = 0; at < buffer.limit(); at += Posting.BYTES) {
        int bits = Posting.difference(buffer, at, low, high);
        if (bits <= most) {
          found.add(new Hit(asked, buffer, at, bits));
          counts[bits]++;
          within++;
          while (within - counts[most] >= MOST_NEAREST) {
            within -= counts[most--];
          }
        }
      }
    }
    // Of those that are just as near as the last one, the first.
    int left = MOST_NEAREST - within + counts[most];
    for (var hit : found) {
      if (hit.bits < most || hit.bits == most && left-- > 0) {
        hits.add(hit);
      }
    }
  }

  /**
   * The most hits of one handedness that agree with one of them, each place counted once.
   *
   * @param hits in one panel, those with the fewest differing bits first
   */
  private int agreeing(List<Hit> hits, boolean mirrored) {
    if (hits.size() < LEAST_AGREEING) {
      return 0;
    }
    var best = hits.subList(0, Math.min(MOST_HITS, hits.size())).toArray(Hit[]::new);
    int most = 0;
    var agreeing = new Hit[best.length];
    for (int i = 0; i < Math.min(MOST_TRIALS, best.length); i++) {
      int count = 0;
      compared += best.length;
      for (var other : best) {
        if (agrees(best[i], other, mirrored)) {
          agreeing[count++] = other;
        }
      }
      if (count >= LEAST_AGREEING && count > most) {
        most = Math.max(most, places(agreeing, count));
      }
    }
    return most;
  }

  /** How many different places they connect with different places. */
  private static int places(Hit[] hits, int count) {
    var places = new HashSet<Long>();
    var others = new HashSet<Long>();
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (places.add(place(hits[i].x, hits[i].y))
          && others.add(place(hits[i].foundX, hits[i].foundY))) {
        different++;
      }
    }
    return different;
  }

  private static long place(float x, float y) {
    return (long) (x / 3) << 32 | (long) (y / 3);
  }

  private static boolean agrees(Hit hit, Hit other, boolean mirrored) {
    if (Math.abs(hit.logScale - other.logScale) > 0.4f
        || Turns.between(hit.turn, other.turn) > MOST_TURN) {
      return false;
    }
    float dx = other.x - hit.x;
    float dy = mirrored ? hit.y - other.y : other.y - hit.y;
    float cos = hit.scale * Turns.cos(hit.turn);
    float sin = hit.scale * Turns.sin(hit.turn);
    float x = hit.foundX + cos * dx - sin * dy - other.foundX;
    float y = hit.foundY + sin * dx + cos * dy - other.foundY;
    float tolerance = 3 + 0.2f * hit.scale * (float) Math.sqrt(dx * dx + dy * dy);
    return x * x + y * y < tolerance * tolerance;
  }
}
