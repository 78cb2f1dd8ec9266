/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.misfit;

/**
 * Where the whole blocks of 8x8 pixels lie in a picture.
 *
 * @param x column of the first block's first pixel, 0-7: not 0 where the picture was cropped
 * @param y row of the first block's first pixel, 0-7
 * @param columns of blocks
 * @param rows of blocks
 */
public record BlockGrid(int x, int y, int columns, int rows) {

  /** Pixels along a block's side, and cosine waves along it. */
  public static final int SIZE = 8;

  /** Pixels of a block, and its coefficients. */
  public static final int AREA = SIZE * SIZE;

  public static BlockGrid at(int x, int y, int width, int height) {
    return new BlockGrid(x, y, (width - x) / SIZE, (height - y) / SIZE);
  }

  /** The blocks of the same picture that lie elsewhere by some pixels. */
  public BlockGrid shifted(int right, int down, int width, int height) {
    return at((x + right) % SIZE, (y + down) % SIZE, width, height);
  }

  public int blocks() {
    return columns * rows;
  }

  public int left(int block) {
    return x + block % columns * SIZE;
  }

  public int top(int block) {
    return y + block / columns * SIZE;
  }

  /** The block that a pixel lies in, or the nearest one. */
  public int blockOf(int pixelX, int pixelY) {
    return nearest(pixelY - y, rows) * columns + nearest(pixelX - x, columns);
  }

  private static int nearest(int pixel, int count) {
    return Math.max(0, Math.min(count - 1, Math.floorDiv(pixel, SIZE)));
  }
}
