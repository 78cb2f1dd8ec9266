/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * The gray levels of 8x8 pixels, and what they tell of those that were decoded: where a color was
 * cut off at black, the decoded level was no higher, and where one was cut off at white, no lower.
 */
final class PixelBlock {
  private static final int BLACK = 0;
  private static final int WHITE = 255;

  /** Gray levels from black and white within which a color may have been cut off earlier. */
  private static final int NEAR = 8;

  /** Pixels of a block that do not change much about it. */
  static final int FEW = 3;

  private final float[] levels = new float[BlockGrid.AREA];
  private final float[] lowest = new float[BlockGrid.AREA];
  private final float[] highest = new float[BlockGrid.AREA];
  private final int cut;
  private final int nearlyCut;
  private final boolean gray;

  /**
   * @param colors row by row: red, green, and blue from the third highest byte on
   */
  PixelBlock(int[] colors) {
    int count = 0;
    int near = 0;
    boolean colorless = true;
    for (int i = 0; i < colors.length; i++) {
      int red = colors[i] >> 16 & 255;
      int green = colors[i] >> 8 & 255;
      int blue = colors[i] & 255;
      int darkest = Math.min(red, Math.min(green, blue));
      int brightest = Math.max(red, Math.max(green, blue));
      boolean black = darkest == BLACK;
      boolean white = brightest == WHITE;
      levels[i] = BlockReader.level(colors[i]);
      lowest[i] = black ? Float.NEGATIVE_INFINITY : levels[i];
      highest[i] = white ? Float.POSITIVE_INFINITY : levels[i];
      count += black || white ? 1 : 0;
      colorless &= darkest == brightest;
      near += isNearlyCut(colors[i]) ? 1 : 0;
    }
    cut = count;
    nearlyCut = near;
    gray = colorless;
  }

  /** Whether a color is cut off, or may have been before a compression. */
  static boolean isNearlyCut(int color) {
    return isNearEnd(color >> 16 & 255) || isNearEnd(color >> 8 & 255) || isNearEnd(color & 255);
  }

  private static boolean isNearEnd(int value) {
    return value <= BLACK + NEAR || value >= WHITE - NEAR;
  }

  /** Row by row, not to be changed. */
  float[] levels() {
    return levels;
  }

  /** The number of pixels in which a color is cut off. */
  int cut() {
    return cut;
  }

  /** The number of pixels in which a color is cut off, or may have been before a compression. */
  int nearlyCut() {
    return nearlyCut;
  }

  boolean isGray() {
    return gray;
  }

  boolean isWhole() {
    return cut == 0;
  }

  boolean isCut(int pixel) {
    return lowest[pixel] < highest[pixel];
  }

  /** Replaces levels by the nearest ones that may have been decoded. */
  void limit(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(lowest[i], Math.min(highest[i], values[i]));
    }
  }
}
