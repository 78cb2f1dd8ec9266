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

  private MatchFeatures() {}

  /** Writes an image's evidence, (CHANNELS, h, w), from an index on. */
  static void write(ShiftField field, float[] into, int from) {
    int tokens = field.rows() * field.columns();
    for (int row = 0; row < field.rows(); row++) {
      for (int column = 0; column < field.columns(); column++) {
        int token = row * field.columns() + column;
        float[] values = {
          field.coarseFit(token),
          field.fineFit(token),
          agreement(field, row, column, 1, 0),
          agreement(field, row, column, 2, 0),
          agreement(field, row, column, 2, 1),
          (float) (Math.log1p(field.variance(token)) / LARGEST_LOG_VARIANCE)
        };
        for (int c = 0; c < CHANNELS; c++) {
          into[from + c * tokens + token] = values[c];
        }
      }
    }
  }

  /** Share of the neighbors within a radius whose shift is the token's own within a tolerance. */
  private static float agreement(ShiftField field, int row, int column, int radius, int tolerance) {
    int own = row * field.columns() + column;
    int agreeing = -1;
    for (int y = Math.max(0, row - radius); y <= Math.min(field.rows() - 1, row + radius); y++) {
      for (int x = Math.max(0, column - radius);
          x <= Math.min(field.columns() - 1, column + radius);
          x++) {
        int other = y * field.columns() + x;
        if (Math.abs(field.down(own) - field.down(other)) <= tolerance
            && Math.abs(field.right(own) - field.right(other)) <= tolerance) {
          agreeing++;
        }
      }
    }
    int side = 2 * radius + 1;
    return (float) agreeing / (side * side - 1);
  }
}
