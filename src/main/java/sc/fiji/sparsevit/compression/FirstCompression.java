/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * An earlier compression than the picture's last one. Its blocks may lie elsewhere, if the picture
 * was cropped in between.
 *
 * @param grid of its blocks
 * @param steps what each coefficient is counted in multiples of, in gray levels
 * @param firsts the first step of each coefficient, null where it is not known; not to be changed
 * @param isShifted whether its blocks lie elsewhere than those of the last compression
 */
record FirstCompression(BlockGrid grid, int[] steps, FirstStep[] firsts, boolean isShifted) {

  /**
   * A block counts no more than this for or against. A multiple that hardly occurs otherwise tells
   * much about its block, but nothing about the neighbors, which may lie beyond a part's edge.
   */
  private static final float MOST = 6;

  /** Where colors were cut off before the last compression, they are nearly so now. */
  static boolean tells(PixelBlock pixels) {
    return pixels.nearlyCut() <= PixelBlock.FEW;
  }

  /**
   * How much more probable a block is if it went through this compression, as a logarithm within
   * limits; 0 if it does not tell.
   */
  float ratio(PixelBlock pixels) {
    if (!tells(pixels)) {
      return 0;
    }
    var values = new float[BlockGrid.AREA];
    new Cosines().forward(pixels.levels(), values);
    return ratio(values);
  }

  /**
   * The same of a block's coefficients.
   *
   * @param values (8, 8), row by row
   */
  float ratio(float[] values) {
    float mean = ratio(0, values);
    float waves = 0;
    for (int i = 1; i < values.length; i++) {
      waves += ratio(i, values);
    }
    // A flat block's mean is that of its neighbors, too, so it would count once for each of them.
    // Its pixels were rounded to whole gray levels alike, which may have moved it far, besides.
    return waves == 0 ? 0 : Math.max(-MOST, Math.min(MOST, mean + waves));
  }

  private float ratio(int coefficient, float[] values) {
    var first = firsts[coefficient];
    return first == null ? 0 : first.ratio(Math.round(values[coefficient] / steps[coefficient]));
  }
}
