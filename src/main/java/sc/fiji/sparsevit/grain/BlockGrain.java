/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.grain;

import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.image.Gray;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockGrid;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * How bright and how grainy each block of 8x8 pixels is. Blocks are those of JPEG, so that what
 * JPEG leaves between them does not count as grain.
 *
 * @param grain of each block: the variance of what a quadratic surface leaves of its luminance, in
 *     squared gray levels; brightness that changes slowly is no grain, and what JPEG keeps of grain
 *     are mostly its slower waves
 * @param level of each block: its mean luminance, rounded, 0 to 255; {@link #CUT_OFF} where much of
 *     it is black or white, and grain would not be seen
 * @param colored whether the picture has more than a few pixels in color
 */
record BlockGrain(BlockGrid grid, float[] grain, short[] level, boolean colored) {

  static final short CUT_OFF = -1;

  /** Of a block's pixels. */
  private static final double LARGEST_SHARE_CUT = 0.2;

  private static final float BLACK = 1;
  private static final float WHITE = 254;

  /**
   * @param x column of the first block's first pixel, 0-7
   * @param y its row
   * @throws CancellationException when the listener says so
   */
  static BlockGrain of(RgbImage image, int x, int y, ProgressListener listener) {
    var grid = BlockGrid.at(x, y, image.width(), image.height());
    var grain = new float[grid.blocks()];
    var level = new short[grid.blocks()];
    var pixels = image.pixels().randomAccess();
    var levels = new float[BlockGrid.AREA];
    long colored = 0;
    for (int block = 0; block < grain.length; block++) {
      if (block % grid.columns() == 0 && listener.isCanceled()) {
        throw new CancellationException("localization was canceled");
      }
      for (int row = 0; row < BlockGrid.SIZE; row++) {
        pixels.setPosition(grid.left(block), 0);
        pixels.setPosition(grid.top(block) + row, 1);
        for (int column = 0; column < BlockGrid.SIZE; column++) {
          int color = pixels.get().get();
          colored += Gray.isColored(color) ? 1 : 0;
          levels[row * BlockGrid.SIZE + column] = Gray.luminance(color);
          pixels.fwd(0);
        }
      }
      grain[block] = QuadraticSurface.remainder(levels);
      level[block] = level(levels);
    }
    boolean gray = Gray.isGray(colored, (long) BlockGrid.AREA * grain.length);
    return new BlockGrain(grid, grain, level, !gray);
  }

  private static short level(float[] levels) {
    double sum = 0;
    int cut = 0;
    for (float each : levels) {
      sum += each;
      cut += each <= BLACK || each >= WHITE ? 1 : 0;
    }
    return cut >= LARGEST_SHARE_CUT * levels.length
        ? CUT_OFF
        : (short) Math.round(sum / levels.length);
  }

  boolean isCutOff(int block) {
    return level[block] == CUT_OFF;
  }
}
