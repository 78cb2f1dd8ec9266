/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import sc.fiji.sparsevit.misfit.BlockGrid;

/** A square that holds a block of 8x8 pixels at each of 64 offsets. Not for several threads. */
final class OffsetPatch {

  /** In pixels. */
  static final int SIDE = 2 * BlockGrid.SIZE - 1;

  private final BlockReader reader;
  private final Cosines cosines = new Cosines();
  private final float[] levels = new float[SIDE * SIDE];
  private final float[] values = new float[BlockGrid.AREA];

  OffsetPatch(BlockReader reader) {
    this.reader = reader;
  }

  /**
   * Reads the patch at a place.
   *
   * @return the number of pixels in which a color is cut off, or may have been before a compression
   */
  int moveTo(int left, int top) {
    return reader.read(left, top, SIDE, levels);
  }

  /**
   * The coefficients of the block at an offset.
   *
   * @return (8, 8), row by row; overwritten by the next call
   */
  float[] coefficients(int right, int down) {
    for (int row = 0; row < BlockGrid.SIZE; row++) {
      System.arraycopy(
          levels, (down + row) * SIDE + right, values, row * BlockGrid.SIZE, BlockGrid.SIZE);
    }
    cosines.forward(values, values);
    return values;
  }
}
