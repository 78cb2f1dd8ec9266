/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import sc.fiji.sparsevit.copies.CopyFeatures;
import sc.fiji.sparsevit.copies.Keypoint;

/**
 * Asks an index which panels may show what a panel shows: those of which several keypoints agree on
 * one transformation. Both handednesses are asked for, and bright and dark are the same.
 */
final class Query {

  /** Words that a keypoint is looked for under, for each handedness. */
  private static final int WORDS = 4;

  private static final int MOST_BITS = 26;

  /** Keypoints that a panel asks with. */
  private static final int MOST_ASKED = 500;

  /** Keypoints under one word that are read; more show what is everywhere. */
  private static final int MOST_IN_WORD = 8_000;

  /** Of hits in one panel, those with the fewest differing bits are held against each other. */
  private static final int MOST_HITS = 120;

  /** Of those, so many are tried as what the others have to agree with. */
  private static final int MOST_TRIALS = 40;

  private static final int LEAST_AGREEING = 7;

  /** Panels that are worth a closer look. */
  private static final int MOST_CANDIDATES = 12;

  private final WordIndex index;
  private final int[] words = new int[WORDS];
  private final ByteBuffer buffer = ByteBuffer.allocate(MOST_IN_WORD * Posting.BYTES);

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

  /** A keypoint that was asked for, one that was found, and the transformation they tell. */
  private static final class Hit {
    final float x;
    final float y;
    final int foundX;
    final int foundY;
    final int bits;
    final float logScale;
    final float turn;
    final float scale;
    final float cos;
    final float sin;

    Hit(Keypoint upright, Posting found, boolean mirrored, int bits) {
      x = upright.x();
      y = upright.y();
      foundX = found.x();
      foundY = found.y();
      this.bits = bits;
      scale = found.sigma() / upright.sigma();
      logScale = (float) Math.log(scale);
      turn = mirrored ? found.angle() + upright.angle() : found.angle() - upright.angle();
      cos = (float) (scale * Math.cos(turn));
      sin = (float) (scale * Math.sin(turn));
    }
  }

  /** A keypoint as a bright one would have it. */
  static Keypoint upright(Keypoint point) {
    return point.bright() ? point : point.inverted();
  }

  /** The best supported first. */
  List<LikePanel> candidates(CopyFeatures panel) {
    // By panel, mirrored or not, as it is or inverted.
    var hits = new HashMap<Integer, List<Hit>>();
    var points = panel.keypoints();
    int asked = Math.min(MOST_ASKED, points.size());
    for (int i = 0; i < asked; i++) {
      var point = points.get((int) ((long) i * points.size() / asked));
      ask(point, false, hits);
      ask(point, true, hits);
    }
    var best = new HashMap<Integer, LikePanel>();
    hits.forEach(
        (key, there) -> {
          int agreeing = agreeing(there, (key & 2) != 0);
          if (agreeing >= LEAST_AGREEING) {
            best.merge(
                key >> 2 << 1 | key & 1,
                new LikePanel(key >> 2, (key & 1) == 1, agreeing),
                (one, other) -> one.agreeing() >= other.agreeing() ? one : other);
          }
        });
    return best.values().stream()
        .sorted(
            Comparator.comparing(LikePanel::agreeing).reversed().thenComparing(LikePanel::panel))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private void ask(Keypoint point, boolean mirrored, Map<Integer, List<Hit>> hits) {
    var upright = upright(point);
    byte[] descriptor = mirrored ? upright.mirroredDescriptor() : upright.descriptor();
    Vocabulary.get().nearest(descriptor, words);
    long low = Bits.low(descriptor);
    long high = Bits.high(descriptor);
    for (int word : words) {
      if (index.count(word) == 0) {
        continue;
      }
      index.read(word, buffer);
      for (int at = 0; at < buffer.limit(); at += Posting.BYTES) {
        int bits = Posting.difference(buffer, at, low, high);
        if (bits <= MOST_BITS) {
          var found = Posting.read(buffer, at);
          boolean inverted = point.bright() != found.bright();
          int key = found.panel() << 2 | (mirrored ? 2 : 0) | (inverted ? 1 : 0);
          hits.computeIfAbsent(key, none -> new ArrayList<>())
              .add(new Hit(upright, found, mirrored, bits));
        }
      }
    }
  }

  /** The most hits of one handedness that agree with one of them, each place counted once. */
  private static int agreeing(List<Hit> hits, boolean mirrored) {
    if (hits.size() < LEAST_AGREEING) {
      return 0;
    }
    hits.sort(Comparator.comparingInt(hit -> hit.bits));
    int count = Math.min(MOST_HITS, hits.size());
    int most = 0;
    var places = new HashSet<Long>();
    var others = new HashSet<Long>();
    for (int i = 0; i < Math.min(MOST_TRIALS, count); i++) {
      var hit = hits.get(i);
      places.clear();
      others.clear();
      int agreeing = 0;
      for (int j = 0; j < count; j++) {
        var other = hits.get(j);
        if (agrees(hit, other, mirrored)
            && places.add(place(other.x, other.y))
            && others.add(place(other.foundX, other.foundY))) {
          agreeing++;
        }
      }
      most = Math.max(most, agreeing);
    }
    return most;
  }

  private static long place(float x, float y) {
    return (long) (x / 3) << 32 | (long) (y / 3);
  }

  private static boolean agrees(Hit hit, Hit other, boolean mirrored) {
    if (Math.abs(hit.logScale - other.logScale) > 0.4f) {
      return false;
    }
    float dx = other.x - hit.x;
    float dy = mirrored ? hit.y - other.y : other.y - hit.y;
    float x = hit.foundX + hit.cos * dx - hit.sin * dy - other.foundX;
    float y = hit.foundY + hit.sin * dx + hit.cos * dy - other.foundY;
    float tolerance = 3 + 0.2f * hit.scale * (float) Math.sqrt(dx * dx + dy * dy);
    return x * x + y * y < tolerance * tolerance
        && Math.abs(Math.IEEEremainder(hit.turn - other.turn, 2 * Math.PI)) < 0.4;
  }
}
