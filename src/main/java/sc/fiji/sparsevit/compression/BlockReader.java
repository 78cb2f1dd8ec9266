/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.ARGBType;
import sc.fiji.sparsevit.image.RgbImage;

/** Reads the gray levels of blocks. Not for several threads. */
final class BlockReader {

  /** JPEG's coefficients are those of levels around 0. */
  private static final int CENTER = 128;

  private static final int DARKEST = 0;
  private static final int BRIGHTEST = 255;

  private final RandomAccess<ARGBType> pixels;

  BlockReader(RgbImage image) {
    pixels = image.pixels().randomAccess();
  }

  /** Reads a block of 8x8 pixels. */
  boolean read(int left, int top, float[] levels) {
    return read(left, top, BlockGrid.SIZE, levels);
  }

  /**
   * Reads a square.
   *
   * @param levels (side, side), row by row: receives the luminance as JPEG defines it (ITU-R
   *     BT.601), not rounded, -128 to 127
   * @return whether no color was cut off at black or white: if one was, the levels are not what was
   *     decoded
   */
  boolean read(int left, int top, int side, float[] levels) {
    boolean whole = true;
    for (int y = 0; y < side; y++) {
      pixels.setPosition(left, 0);
      pixels.setPosition(top + y, 1);
      for (int x = 0; x < side; x++) {
        int color = pixels.get().get();
        int red = color >> 16 & 255;
        int green = color >> 8 & 255;
        int blue = color & 255;
        whole &= Math.min(red, Math.min(green, blue)) > DARKEST;
        whole &= Math.max(red, Math.max(green, blue)) < BRIGHTEST;
        levels[y * side + x] = (299 * red + 587 * green + 114 * blue) / 1000f - CENTER;
        pixels.fwd(0);
      }
    }
    return whole;
  }
}
