/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.Arrays;

/**
 * How well squares of grain agree with one another at every shift. As what comes out has no
 * imaginary part, two squares are held against a third one at once. Keeps the memory it needs; for
 * one thread.
 */
final class SquareAgreement {

  /** Pixels of a side of what is transposed at once: they fit into the nearest memory. */
  private static final int TILE = 32;

  private final int side;
  private final int[] band;
  private final GrainTransform transform;
  private final float[] narrowReal;
  private final float[] narrowImaginary;
  private final float[] real;
  private final float[] imaginary;

  /**
   * @param side a power of 2
   */
  SquareAgreement(int side) {
    this.side = side;
    band = GrainStrength.band(side);
    transform = new GrainTransform(side);
    narrowReal = new float[side * band.length];
    narrowImaginary = new float[side * band.length];
    real = new float[side * side];
    imaginary = new float[side * side];
  }

  /**
   * Afterwards, {@link #first} and {@link #second} hold how well two planes agree with one where
   * they are shifted; all are taken to repeat themselves.
   */
  void hold(GrainSpectrum one, GrainSpectrum first, GrainSpectrum second) {
    Arrays.fill(narrowReal, 0);
    Arrays.fill(narrowImaginary, 0);
    for (int row = 0; row < band.length; row++) {
      int from = row * band.length;
      int to = transform.place(band[row]) * band.length;
      for (int i = 0; i < band.length; i++) {
        int re = one.real()[from + i];
        int im = one.imaginary()[from + i];
        int re1 = re * first.real()[from + i] + im * first.imaginary()[from + i];
        int im1 = re * first.imaginary()[from + i] - im * first.real()[from + i];
        int re2 = re * second.real()[from + i] + im * second.imaginary()[from + i];
        int im2 = re * second.imaginary()[from + i] - im * second.real()[from + i];
        narrowReal[to + i] = re1 - im2;
        narrowImaginary[to + i] = im1 + re2;
      }
    }
    transform.invert(narrowReal, narrowImaginary, band.length);
    transpose(narrowReal, real);
    transpose(narrowImaginary, imaginary);
    transform.invert(real, imaginary, side);
  }

  /** Rows of what does not count stay 0. */
  private void transpose(float[] narrow, float[] wide) {
    Arrays.fill(wide, 0);
    for (int top = 0; top < side; top += TILE) {
      for (int left = 0; left < band.length; left += TILE) {
        for (int column = left; column < Math.min(band.length, left + TILE); column++) {
          int to = transform.place(band[column]) * side;
          for (int row = top; row < top + TILE; row++) {
            wide[to + row] = narrow[row * band.length + column];
          }
        }
      }
    }
  }

  /**
   * (side, side), for what lies that far right of a place of the plane, and below it; until others
   * are held.
   */
  float[] first() {
    return real;
  }

  /** The same of the second. */
  float[] second() {
    return imaginary;
  }
}
