/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.util.List;

/**
 * A picture that is assembled from pieces, pixel by pixel at their own resolution.
 *
 * @param width in pixels
 * @param height in pixels
 * @param tiles in the order in which they are drawn; they cover all of it
 */
public record Mosaic(int width, int height, List<Tile> tiles) {
  public Mosaic {
    tiles = List.copyOf(tiles);
  }

  /**
   * A piece in it.
   *
   * @param piece its index among those that were asked about
   * @param x column of the mosaic that its first one lies on
   * @param y row of the mosaic that its first one lies on
   */
  public record Tile(int piece, int x, int y) {}

  /** Width times height. */
  public long pixels() {
    return (long) width * height;
  }

  /** Whether it is a piece by itself. */
  public boolean isSingle() {
    return tiles.size() == 1;
  }
}
