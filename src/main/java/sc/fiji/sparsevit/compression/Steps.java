/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

/**
 * The steps of a JPEG compression's luminance: each coefficient was rounded to a multiple of its
 * own.
 *
 * @param sizes (8, 8), row by row, in gray levels; 0 where the picture does not tell
 * @param evidence how much better the steps explain the picture than no compression does, as the
 *     logarithm of a likelihood ratio
 */
record Steps(int[] sizes, double evidence) {

  /** A coefficient of unknown step was probably rounded to 0 if it is smaller than this. */
  private static final float SMALL = 2;

  /** Steps that tell something: of 1, everything is a multiple. */
  int known() {
    int known = 0;
    for (int size : sizes) {
      known += size > 1 ? 1 : 0;
    }
    return known;
  }

  /** Replaces a block's coefficients by what compression made of them. */
  void round(float[] coefficients) {
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0) {
        coefficients[i] = sizes[i] * Math.round(coefficients[i] / sizes[i]);
      } else if (Math.abs(coefficients[i]) < SMALL) {
        coefficients[i] = 0;
      }
    }
  }
}
