/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import ij.process.ByteProcessor;

/**
 * A part of a picture that did not go through the compression of the rest.
 *
 * @param x column of the mask's first pixel in the picture
 * @param y row of the mask's first pixel
 * @param mask 255 where the part is, 0 elsewhere; not to be changed
 */
public record MisfitPart(int x, int y, ByteProcessor mask) {

  /** Of each pixel, at least. */
  private static final float PROBABILITY = 0.9f;

  /** The same part of a picture that this one's picture was cut out of. */
  public MisfitPart shifted(int right, int down) {
    return new MisfitPart(x + right, y + down, mask);
  }

  /**
   * Raises the probability of the part.
   *
   * @param map of the picture, row by row, changed
   * @param width of the picture
   */
  public void raise(float[] map, int width) {
    for (int row = 0; row < mask.getHeight(); row++) {
      for (int column = 0; column < mask.getWidth(); column++) {
        int at = (y + row) * width + x + column;
        map[at] = mask.get(column, row) == 0 ? map[at] : Math.max(map[at], PROBABILITY);
      }
    }
  }
}
