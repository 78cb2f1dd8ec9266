/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

/**
 * How well the tokens of an image fit their partners, as numbers around 0 to 1. Agreement of
 * neighbors is what tells a copy from a likeness: whatever is alike by nature, such as two edges or
 * two leaves, fits best at distances that differ from token to token; a part that was copied has
 * one distance, to the pixel.
 */
final class MatchFeatures {

  /**
   * Coarse fit, fine fit, neighbors in 3x3 with the same shift, neighbors in 5x5 with the same
   * shift, neighbors in 5x5 with the same shift give or take a pixel, contrast.
   */
  static final int CHANNELS = 6;

  /** Takes the logarithm of a variance of 8-bit gray levels to 0-1. */
  private static final double LARGEST_LOG_VARIANCE = 9;

  private static final int RADIUS = 2;

  private MatchFeatures() {}

  /** Writes an image's evidence, (CHANNELS, h, w), from an index on. */
  static void write(ShiftField field, float[] into, int from) {
    int tokens = field.rows() * field.columns();
    for (int row = 0; row < field.rows(); row++) {
      for (int column = 0; column < field.columns(); column++) {
        int token = row * field.columns() + column;
        int at = from + token;
        into[at] = field.coarseFit(token);
        into[at + tokens] = field.fineFit(token);
        writeAgreement(field, row, column, into, at + 2 * tokens);
        into[at + 5 * tokens] = (float) (Math.log1p(field.variance(token)) / LARGEST_LOG_VARIANCE);
      }
    }
  }

  /** Shares of the neighbors whose shift is the token's own: in 3x3, in 5x5, almost in 5x5. */
  private static void writeAgreement(ShiftField field, int row, int column, float[] into, int at) {
    int tokens = field.rows() * field.columns();
    int own = row * field.columns() + column;
    int down = field.down(own);
    int right = field.right(own);
    int near = -1;
    int same = -1;
    int similar = -1;
    for (int y = Math.max(0, row - RADIUS); y <= Math.min(field.rows() - 1, row + RADIUS); y++) {
      for (int x = Math.max(0, column - RADIUS);
          x <= Math.min(field.columns() - 1, column + RADIUS);
          x++) {
        int other = y * field.columns() + x;
        int difference =
            Math.max(Math.abs(down - field.down(other)), Math.abs(right - field.right(other)));
        if (difference <= 1) {
          similar++;
          if (difference == 0) {
            same++;
            near += Math.abs(y - row) <= 1 && Math.abs(x - column) <= 1 ? 1 : 0;
          }
        }
      }
    }
    into[at] = near / 8f;
    into[at + tokens] = same / 24f;
    into[at + 2 * tokens] = similar / 24f;
  }
}
