/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.ARGBType;
import sc.fiji.sparsevit.image.Gray;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockGrid;

/** Reads the gray levels of blocks. Not for several threads. */
final class BlockReader {

  /** JPEG's coefficients are those of levels around 0. */
  private static final int CENTER = 128;

  private final RandomAccess<ARGBType> pixels;

  BlockReader(RgbImage image) {
    pixels = image.pixels().randomAccess();
  }

  /** Reads a block of 8x8 pixels. */
  PixelBlock read(int left, int top) {
    var colors = new int[BlockGrid.AREA];
    for (int y = 0; y < BlockGrid.SIZE; y++) {
      moveTo(left, top + y);
      for (int x = 0; x < BlockGrid.SIZE; x++) {
        colors[y * BlockGrid.SIZE + x] = pixels.get().get();
        pixels.fwd(0);
      }
    }
    return new PixelBlock(colors);
  }

  /**
   * Reads the levels of a square.
   *
   * @param levels (side, side), row by row: receives them
   * @return the number of pixels in which a color is cut off, or may have been before a compression
   */
  int read(int left, int top, int side, float[] levels) {
    int nearlyCut = 0;
    for (int y = 0; y < side; y++) {
      moveTo(left, top + y);
      for (int x = 0; x < side; x++) {
        int color = pixels.get().get();
        levels[y * side + x] = level(color);
        nearlyCut += PixelBlock.isNearlyCut(color) ? 1 : 0;
        pixels.fwd(0);
      }
    }
    return nearlyCut;
  }

  private void moveTo(int x, int y) {
    pixels.setPosition(x, 0);
    pixels.setPosition(y, 1);
  }

  /** The luminance, -128 to 127. */
  static float level(int color) {
    return Gray.luminance(color) - CENTER;
  }
}
