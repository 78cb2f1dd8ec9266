/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * JPEG's cosine transform of a block of 8x8 values, orthonormal, and its inverse. Not for several
 * threads.
 */
final class Cosines {
  private static final int SIZE = BlockGrid.SIZE;

  private static final float[] WAVES = waves(false);
  private static final float[] TRANSPOSED = waves(true);

  private final float[] between = new float[BlockGrid.AREA];

  private static float[] waves(boolean transposed) {
    var waves = new float[BlockGrid.AREA];
    for (int wave = 0; wave < SIZE; wave++) {
      double scale = Math.sqrt((wave == 0 ? 1.0 : 2.0) / SIZE);
      for (int i = 0; i < SIZE; i++) {
        double value = scale * Math.cos((2 * i + 1) * wave * Math.PI / (2 * SIZE));
        waves[transposed ? i * SIZE + wave : wave * SIZE + i] = (float) value;
      }
    }
    return waves;
  }

  /** A wave's value at one of eight places. */
  static float wave(int wave, int place) {
    return WAVES[wave * SIZE + place];
  }

  /** From levels to coefficients, (8, 8) each, row by row; both may be the same array. */
  void forward(float[] levels, float[] coefficients) {
    apply(WAVES, TRANSPOSED, levels, coefficients);
  }

  /** From coefficients to levels. */
  void inverse(float[] coefficients, float[] levels) {
    apply(TRANSPOSED, WAVES, coefficients, levels);
  }

  /** left x values x right. */
  private void apply(float[] left, float[] right, float[] values, float[] result) {
    multiply(left, values, between);
    multiply(between, right, result);
  }

  /** Along whole rows, so that Java's compiler uses the processor's wide registers. */
  private static void multiply(float[] a, float[] b, float[] product) {
    for (int row = 0; row < BlockGrid.AREA; row += SIZE) {
      for (int column = 0; column < SIZE; column++) {
        product[row + column] = a[row] * b[column];
      }
      for (int i = 1; i < SIZE; i++) {
        float factor = a[row + i];
        for (int column = 0; column < SIZE; column++) {
          product[row + column] += factor * b[i * SIZE + column];
        }
      }
    }
  }
}
