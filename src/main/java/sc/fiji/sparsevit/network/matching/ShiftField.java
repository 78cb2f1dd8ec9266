/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

import java.util.Arrays;

/**
 * For every token of one image the shift, in pixels, to the place that looks most like it. Starts
 * with guesses that are off by a few pixels or wrong, moves each to the pixel that fits best, and
 * offers every token the shifts of its neighbors, so that a part that was copied as a whole gets
 * one shift as soon as a few of its tokens were guessed right.
 */
final class ShiftField {

  /** Pixels along a token's side. */
  static final int STRIDE = 8;

  /** Places closer than this many pixels in both directions are the token's own surroundings. */
  static final int LEAST_SHIFT = 32;

  /** How far the best place may be from a guess, in pixels: half of what lies between guesses. */
  private static final int REACH_DOWN = Planes.CELL / 2;

  private static final int REACH_RIGHT = Planes.CELL;

  private static final int ROUNDS = 3;

  /** How much better a neighbor's shift has to fit. */
  private static final float GAIN = 0.01f;

  private final PatchPlane coarse;
  private final PatchPlane fine;
  private final float[] lengths;
  private final int rows;
  private final int columns;
  private final int[] down;
  private final int[] right;
  private final float[] fit;
  private final PatchPlane.ComparedPatch[] own;

  /** What each of a token's four neighbors last offered it, packed; see {@link #adopt}. */
  private final int[] heard;

  private ShiftField(PatchPlane coarse, PatchPlane fine, int[] down, int[] right) {
    this.coarse = coarse;
    this.fine = fine;
    lengths = coarse.lengths();
    rows = coarse.height() / STRIDE;
    columns = coarse.width() / STRIDE;
    this.down = down.clone();
    this.right = right.clone();
    fit = new float[rows * columns];
    Arrays.fill(fit, -1);
    own = new PatchPlane.ComparedPatch[fit.length];
    Arrays.setAll(own, token -> coarse.at(centerY(token), centerX(token)));
    heard = new int[4 * fit.length];
  }

  /**
   * @param coarse gray levels without their slow changes
   * @param fine gray levels without all but their fast changes
   * @param guesses how far down and how far right for every token; what is shorter than {@link
   *     #LEAST_SHIFT} is none
   */
  static ShiftField of(PatchPlane coarse, PatchPlane fine, int[][] guesses) {
    var field = new ShiftField(coarse, fine, guesses[0], guesses[1]);
    field.settle();
    for (int round = 0; round < ROUNDS; round++) {
      field.sweep(1);
      field.sweep(-1);
    }
    return field;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  int down(int token) {
    return down[token];
  }

  int right(int token) {
    return right[token];
  }

  /** Correlation with the partner, -1 to 1. */
  float coarseFit(int token) {
    return fit[token];
  }

  /** Correlation with the partner in fine structure, -1 to 1. */
  float fineFit(int token) {
    int y = centerY(token);
    int x = centerX(token);
    return fine.at(y, x).correlation(fine.at(y + down[token], x + right[token]));
  }

  /** Of the token's own gray levels. */
  float variance(int token) {
    return own[token].variance();
  }

  /** The token in which the partner's center lies. */
  int partner(int token) {
    int y = Math.min(rows - 1, Math.max(0, (centerY(token) + down[token]) / STRIDE));
    int x = Math.min(columns - 1, Math.max(0, (centerX(token) + right[token]) / STRIDE));
    return y * columns + x;
  }

  private int centerY(int token) {
    return token / columns * STRIDE + STRIDE / 2;
  }

  private int centerX(int token) {
    return token % columns * STRIDE + STRIDE / 2;
  }

  private void settle() {
    for (int token = 0; token < fit.length; token++) {
      offerAround(token, REACH_DOWN, REACH_RIGHT, 2);
      offerAround(token, 1, 1, 1);
    }
  }

  private void offerAround(int token, int reachDown, int reachRight, int stepRight) {
    int aroundDown = down[token];
    int aroundRight = right[token];
    for (int y = -reachDown; y <= reachDown; y++) {
      for (int x = -reachRight; x <= reachRight; x += stepRight) {
        offer(token, aroundDown + y, aroundRight + x, 0);
      }
    }
  }

  /** Once over all tokens, forwards (1) or backwards (-1), each looking at those just passed. */
  private void sweep(int step) {
    int tokens = fit.length;
    for (int i = 0; i < tokens; i++) {
      int token = step > 0 ? i : tokens - 1 - i;
      int row = token / columns - step;
      int column = token % columns - step;
      if (row >= 0 && row < rows) {
        adopt(token, token - step * columns, 1 + step);
      }
      if (column >= 0 && column < columns) {
        adopt(token, token - step, 2 + step);
      }
    }
  }

  /**
   * Takes a neighbor's shift if it fits better. What the neighbor offered the last time is not
   * looked at again: a token's fit only grows.
   *
   * @param side which neighbor it is, 0-3
   */
  private void adopt(int token, int neighbor, int side) {
    int offered = down[neighbor] << 16 | right[neighbor] & 0xFFFF;
    if (heard[4 * token + side] == offered) {
      return;
    }
    heard[4 * token + side] = offered;
    if (down[token] != down[neighbor] || right[token] != right[neighbor]) {
      offer(token, down[neighbor], right[neighbor], GAIN);
    }
  }

  private void offer(int token, int newDown, int newRight, float gain) {
    if (Math.abs(newDown) < LEAST_SHIFT && Math.abs(newRight) < LEAST_SHIFT) {
      return;
    }
    int y = centerY(token) + newDown;
    int x = centerX(token) + newRight;
    if (!coarse.contains(y, x)) {
      return;
    }
    float offered = coarse.correlation(own[token], y, x, lengths[y * coarse.width() + x]);
    if (offered > fit[token] + gain) {
      fit[token] = offered;
      down[token] = newDown;
      right[token] = newRight;
    }
  }
}
