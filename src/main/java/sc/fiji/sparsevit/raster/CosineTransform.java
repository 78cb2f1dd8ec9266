/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

/**
 * The cosine transform of eight values and its inverse in whole numbers, by the scheme of Loeffler,
 * Ligtenberg and Moschytz (ICASSP 1989), rounded where the IJG's library rounds: to the bit what
 * coders of JPEG compute. Many lines are transformed at once, and their values lie {@link #LINES}
 * apart, a constant, and each step is a loop of its own: so Java's compiler uses the processor's
 * wide registers, which is four times as fast. Not for several threads.
 */
final class CosineTransform {

  /** Values of a line, and lines of a block. */
  static final int SIZE = 8;

  /** Lines that are transformed at once; a multiple of {@link #SIZE}. */
  static final int LINES = 256;

  /** Bits after the point of a factor, and of what passes from the first to the second pass. */
  private static final int FACTOR_BITS = 13;

  private static final int BETWEEN_BITS = 2;

  private static final int F_0_298 = factor(0.298631336);
  private static final int F_0_390 = factor(0.390180644);
  private static final int F_0_541 = factor(0.541196100);
  private static final int F_0_765 = factor(0.765366865);
  private static final int F_0_899 = factor(0.899976223);
  private static final int F_1_175 = factor(1.175875602);
  private static final int F_1_501 = factor(1.501321110);
  private static final int F_1_847 = factor(1.847759065);
  private static final int F_1_961 = factor(1.961570560);
  private static final int F_2_053 = factor(2.053119869);
  private static final int F_2_562 = factor(2.562915447);
  private static final int F_3_072 = factor(3.072711026);

  private final int[] thirds = new int[LINES];
  private final int[] fourths = new int[LINES];

  private static int factor(double exact) {
    return (int) Math.round(exact * (1 << FACTOR_BITS));
  }

  /** The first pass, along rows: samples around 0 become values with some bits after the point. */
  void forwardFirst(int[] values) {
    forward(values, 1 << BETWEEN_BITS, 0, FACTOR_BITS - BETWEEN_BITS);
  }

  /** The second pass, along columns: gives coefficients eight times as large as JPEG's. */
  void forwardSecond(int[] values) {
    forward(values, 1, BETWEEN_BITS, FACTOR_BITS + BETWEEN_BITS);
  }

  /** The first pass back, along columns, from JPEG's coefficients. */
  void inverseFirst(int[] values) {
    inverse(values, FACTOR_BITS - BETWEEN_BITS);
  }

  /** The second pass back, along rows: gives samples around 0, not yet held in their range. */
  void inverseSecond(int[] values) {
    inverse(values, FACTOR_BITS + BETWEEN_BITS + 3);
  }

  private void forward(int[] v, int scale, int down, int shift) {
    fold(v);
    foldEven(v);
    even(v, scale, down);
    turnForward(v, 1 << shift - 1, shift);
    odd(v);
    descale(v, 1 << shift - 1, shift);
  }

  private void inverse(int[] v, int shift) {
    evenBack(v, 1 << shift - 1);
    turnBack(v);
    unfoldEven(v);
    odd(v);
    unfold(v, shift);
  }

  /** Sums to the even places, differences to the odd ones. */
  private static void fold(int[] v) {
    for (int i = 0; i < LINES; i++) {
      int v0 = v[i];
      int v1 = v[i + LINES];
      int v2 = v[i + 2 * LINES];
      int v3 = v[i + 3 * LINES];
      int v4 = v[i + 4 * LINES];
      int v5 = v[i + 5 * LINES];
      int v6 = v[i + 6 * LINES];
      int v7 = v[i + 7 * LINES];
      v[i] = v0 + v7;
      v[i + 2 * LINES] = v1 + v6;
      v[i + 4 * LINES] = v2 + v5;
      v[i + 6 * LINES] = v3 + v4;
      v[i + LINES] = v0 - v7;
      v[i + 3 * LINES] = v1 - v6;
      v[i + 5 * LINES] = v2 - v5;
      v[i + 7 * LINES] = v3 - v4;
    }
  }

  private static void foldEven(int[] v) {
    for (int i = 0; i < LINES; i++) {
      int v0 = v[i];
      int v2 = v[i + 2 * LINES];
      int v4 = v[i + 4 * LINES];
      int v6 = v[i + 6 * LINES];
      v[i] = v0 + v6;
      v[i + 4 * LINES] = v2 + v4;
      v[i + 2 * LINES] = v2 - v4;
      v[i + 6 * LINES] = v0 - v6;
    }
  }

  private static void even(int[] v, int scale, int down) {
    int half = 1 << down >> 1;
    for (int i = 0; i < LINES; i++) {
      int v0 = v[i];
      int v4 = v[i + 4 * LINES];
      v[i] = (v0 + v4) * scale + half >> down;
      v[i + 4 * LINES] = (v0 - v4) * scale + half >> down;
    }
  }

  private static void turnForward(int[] v, int half, int shift) {
    for (int i = 0; i < LINES; i++) {
      int v2 = v[i + 2 * LINES];
      int v6 = v[i + 6 * LINES];
      int both = (v2 + v6) * F_0_541 + half;
      v[i + 2 * LINES] = both + v6 * F_0_765 >> shift;
      v[i + 6 * LINES] = both - v2 * F_1_847 >> shift;
    }
  }

  private static void descale(int[] v, int half, int shift) {
    for (int i = 0; i < LINES; i++) {
      v[i + LINES] = v[i + LINES] + half >> shift;
      v[i + 3 * LINES] = v[i + 3 * LINES] + half >> shift;
      v[i + 5 * LINES] = v[i + 5 * LINES] + half >> shift;
      v[i + 7 * LINES] = v[i + 7 * LINES] + half >> shift;
    }
  }

  /** The odd places, which are alike on both ways. */
  private void odd(int[] v) {
    oddSums(v, thirds, fourths);
    oddFactors(v);
    for (int i = 0; i < LINES; i++) {
      v[i + LINES] += fourths[i];
      v[i + 3 * LINES] += thirds[i];
      v[i + 5 * LINES] += fourths[i];
      v[i + 7 * LINES] += thirds[i];
    }
  }

  private static void oddSums(int[] v, int[] thirds, int[] fourths) {
    for (int i = 0; i < LINES; i++) {
      int third = v[i + 7 * LINES] + v[i + 3 * LINES];
      int fourth = v[i + 5 * LINES] + v[i + LINES];
      int all = (third + fourth) * F_1_175;
      thirds[i] = all - third * F_1_961;
      fourths[i] = all - fourth * F_0_390;
    }
  }

  private static void oddFactors(int[] v) {
    for (int i = 0; i < LINES; i++) {
      int v1 = v[i + LINES];
      int v3 = v[i + 3 * LINES];
      int v5 = v[i + 5 * LINES];
      int v7 = v[i + 7 * LINES];
      int outer = (v7 + v1) * F_0_899;
      int inner = (v5 + v3) * F_2_562;
      v[i + LINES] = v1 * F_1_501 - outer;
      v[i + 3 * LINES] = v3 * F_3_072 - inner;
      v[i + 5 * LINES] = v5 * F_2_053 - inner;
      v[i + 7 * LINES] = v7 * F_0_298 - outer;
    }
  }

  private static void evenBack(int[] v, int half) {
    for (int i = 0; i < LINES; i++) {
      int v0 = v[i];
      int v4 = v[i + 4 * LINES];
      v[i] = (v0 + v4 << FACTOR_BITS) + half;
      v[i + 4 * LINES] = (v0 - v4 << FACTOR_BITS) + half;
    }
  }

  private static void turnBack(int[] v) {
    for (int i = 0; i < LINES; i++) {
      int v2 = v[i + 2 * LINES];
      int v6 = v[i + 6 * LINES];
      int both = (v2 + v6) * F_0_541;
      v[i + 2 * LINES] = both + v2 * F_0_765;
      v[i + 6 * LINES] = both - v6 * F_1_847;
    }
  }

  private static void unfoldEven(int[] v) {
    for (int i = 0; i < LINES; i++) {
      int v0 = v[i];
      int v2 = v[i + 2 * LINES];
      int v4 = v[i + 4 * LINES];
      int v6 = v[i + 6 * LINES];
      v[i] = v0 + v2;
      v[i + 2 * LINES] = v0 - v2;
      v[i + 4 * LINES] = v4 + v6;
      v[i + 6 * LINES] = v4 - v6;
    }
  }

  private static void unfold(int[] v, int shift) {
    for (int i = 0; i < LINES; i++) {
      int even0 = v[i];
      int even1 = v[i + 4 * LINES];
      int even2 = v[i + 6 * LINES];
      int even3 = v[i + 2 * LINES];
      int odd0 = v[i + LINES];
      int odd1 = v[i + 3 * LINES];
      int odd2 = v[i + 5 * LINES];
      int odd3 = v[i + 7 * LINES];
      v[i] = even0 + odd0 >> shift;
      v[i + 7 * LINES] = even0 - odd0 >> shift;
      v[i + LINES] = even1 + odd1 >> shift;
      v[i + 6 * LINES] = even1 - odd1 >> shift;
      v[i + 2 * LINES] = even2 + odd2 >> shift;
      v[i + 5 * LINES] = even2 - odd2 >> shift;
      v[i + 3 * LINES] = even3 + odd3 >> shift;
      v[i + 4 * LINES] = even3 - odd3 >> shift;
    }
  }
}
