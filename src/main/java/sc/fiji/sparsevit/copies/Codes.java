/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keypoints by 128 bits of their descriptors. Few are all compared; of many, those that share a
 * piece of the bits, but for one of them (Norouzi, Punjani and Fleet, 2012): the work for each
 * keypoint is bounded then, whatever the size of the picture.
 */
final class Codes {

  /** Of the nearest by their bits, so many are analyzed in full. */
  private static final int SHORT_LIST = 6;

  private static final int MOST_BITS = 40;

  /** A descriptor's entries above this, about their mean, are ones. */
  private static final int MEAN = 38;

  /** From so many on, looking up is faster than comparing all. */
  private static final int MANY = 6_000;

  private static final int PIECES = 8;
  private static final int PIECE = 2 * Long.SIZE / PIECES;

  /** Keypoints that one is compared with, of many; textures that repeat share their pieces. */
  private static final int MOST_COMPARED = 4_000;

  private final List<Keypoint> keypoints;
  private final SearchWork work;
  private final long[] low;
  private final long[] high;
  private final float[] x;
  private final float[] y;

  /** For each piece and value where its keypoints start in {@link #ordered}; null of few. */
  private final int[][] starts;

  private final int[][] ordered;

  /** For each piece the bits of {@link #ordered}, low and high: read one after another. */
  private final long[][] bits;

  private Codes(List<Keypoint> keypoints, SearchWork work) {
    this.keypoints = keypoints;
    this.work = work;
    int size = keypoints.size();
    low = new long[size];
    high = new long[size];
    x = new float[size];
    y = new float[size];
    for (int i = 0; i < size; i++) {
      var keypoint = keypoints.get(i);
      low[i] = bits(keypoint.descriptor(), 0);
      high[i] = bits(keypoint.descriptor(), Long.SIZE);
      x[i] = keypoint.x();
      y[i] = keypoint.y();
    }
    boolean many = size > MANY;
    starts = many ? new int[PIECES][(1 << PIECE) + 1] : null;
    ordered = many ? new int[PIECES][size] : null;
    bits = many ? new long[PIECES][2 * size] : null;
    for (int piece = 0; many && piece < PIECES; piece++) {
      order(piece);
    }
  }

  /**
   * @param work counts comparisons
   */
  static Codes of(List<Keypoint> keypoints, SearchWork work) {
    return new Codes(keypoints, work);
  }

  private static long bits(byte[] descriptor, int from) {
    long bits = 0;
    for (int i = 0; i < Long.SIZE; i++) {
      bits = bits << 1 | ((descriptor[from + i] & 255) > MEAN ? 1 : 0);
    }
    return bits;
  }

  private static int piece(long low, long high, int piece) {
    long half = piece < PIECES / 2 ? low : high;
    return (int) (half >>> piece % (PIECES / 2) * PIECE) & (1 << PIECE) - 1;
  }

  /** Sorts by counting. */
  private void order(int piece) {
    int[] start = starts[piece];
    for (int i = 0; i < low.length; i++) {
      start[piece(low[i], high[i], piece) + 1]++;
    }
    for (int value = 1; value < start.length; value++) {
      start[value] += start[value - 1];
    }
    int[] next = start.clone();
    for (int i = 0; i < low.length; i++) {
      int place = next[piece(low[i], high[i], piece)]++;
      ordered[piece][place] = i;
      bits[piece][2 * place] = low[i];
      bits[piece][2 * place + 1] = high[i];
    }
  }

  /**
   * The nearest first.
   *
   * @param descriptor what the keypoint would have to look like
   * @param leastShift pixels from it within which none is wanted
   */
  List<Keypoint> nearest(Keypoint keypoint, byte[] descriptor, double leastShift) {
    var search = new Search(keypoint, descriptor, leastShift * leastShift);
    if (starts == null) {
      search.compareAll();
    } else {
      search.lookUp();
    }
    work.compare(search.compared);
    var nearest = new ArrayList<Keypoint>();
    for (int i = 0; i < SHORT_LIST && search.nearest[i] >= 0; i++) {
      nearest.add(keypoints.get(search.nearest[i]));
    }
    return nearest;
  }

  /** For one keypoint. */
  private final class Search {
    private final Keypoint keypoint;
    private final long ownLow;
    private final long ownHigh;
    private final double leastSquare;
    private final int[] nearest = new int[SHORT_LIST];
    private final int[] counts = new int[SHORT_LIST];
    private int compared;

    Search(Keypoint keypoint, byte[] descriptor, double leastSquare) {
      this.keypoint = keypoint;
      this.leastSquare = leastSquare;
      ownLow = bits(descriptor, 0);
      ownHigh = bits(descriptor, Long.SIZE);
      Arrays.fill(nearest, -1);
      Arrays.fill(counts, MOST_BITS + 1);
    }

    /** Hardly any is nearer than those known already: that is all this loop asks. */
    void compareAll() {
      long[] lows = low;
      long[] highs = high;
      compared = lows.length;
      int most = counts[SHORT_LIST - 1];
      for (int i = 0; i < lows.length; i++) {
        int count = Long.bitCount(lows[i] ^ ownLow) + Long.bitCount(highs[i] ^ ownHigh);
        if (count < most) {
          add(i, count);
          most = counts[SHORT_LIST - 1];
        }
      }
    }

    /** Those with the same piece first, then those with one other bit in it. */
    void lookUp() {
      for (int changed = -1; changed < PIECE; changed++) {
        for (int piece = 0; piece < PIECES; piece++) {
          int value = piece(ownLow, ownHigh, piece) ^ (changed < 0 ? 0 : 1 << changed);
          int start = starts[piece][value];
          int end = Math.min(starts[piece][value + 1], start + MOST_COMPARED - compared);
          compare(piece, start, end);
          compared += end - start;
          if (compared == MOST_COMPARED) {
            return;
          }
        }
      }
    }

    private void compare(int piece, int start, int end) {
      long[] codes = bits[piece];
      for (int place = start; place < end; place++) {
        int count =
            Long.bitCount(codes[2 * place] ^ ownLow)
                + Long.bitCount(codes[2 * place + 1] ^ ownHigh);
        if (count < counts[SHORT_LIST - 1] && !isKnown(ordered[piece][place], count)) {
          add(ordered[piece][place], count);
        }
      }
    }

    private void add(int i, int count) {
      if (isNear(i)) {
        return;
      }
      int place = SHORT_LIST - 1;
      while (place > 0 && counts[place - 1] > count) {
        counts[place] = counts[place - 1];
        nearest[place] = nearest[place - 1];
        place--;
      }
      counts[place] = count;
      nearest[place] = i;
    }

    private boolean isNear(int i) {
      float dx = x[i] - keypoint.x();
      float dy = y[i] - keypoint.y();
      return dx * dx + dy * dy < leastSquare;
    }

    /** Two may share more than one piece. */
    private boolean isKnown(int i, int count) {
      for (int place = 0; place < SHORT_LIST; place++) {
        if (nearest[place] == i && counts[place] == count) {
          return true;
        }
      }
      return false;
    }
  }
}
