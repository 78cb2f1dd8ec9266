/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.misfit;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Some of a grid's blocks.
 *
 * @param blocks by their numbers, row by row; not to be changed
 */
public record BlockSet(int columns, int rows, BitSet blocks) {

  public boolean contains(int block) {
    return blocks.get(block);
  }

  /** The rectangle around its blocks, up to the picture's edges where they lie at the grid's. */
  public Rectangle box(BlockGrid grid, int width, int height) {
    int left = columns;
    int right = 0;
    for (int block = blocks.nextSetBit(0); block >= 0; block = blocks.nextSetBit(block + 1)) {
      left = Math.min(left, block % columns);
      right = Math.max(right, block % columns + 1);
    }
    int top = blocks.nextSetBit(0) / columns;
    int bottom = blocks.previousSetBit(columns * rows) / columns + 1;
    int x = left == 0 ? 0 : grid.x() + left * BlockGrid.SIZE;
    int y = top == 0 ? 0 : grid.y() + top * BlockGrid.SIZE;
    int endX = right == columns ? width : grid.x() + right * BlockGrid.SIZE;
    int endY = bottom == rows ? height : grid.y() + bottom * BlockGrid.SIZE;
    return new Rectangle(x, y, endX - x, endY - y);
  }

  /** The sets of neighbors, be it at a corner, in the order of their first blocks. */
  public List<BlockSet> groups() {
    return groups(1, 1);
  }

  /**
   * The sets of neighbors along a side, likewise.
   *
   * @param fewest blocks; smaller sets are left out
   */
  public List<BlockSet> groupsAlongSides(int fewest) {
    return groups(0, fewest);
  }

  private List<BlockSet> groups(int corners, int fewest) {
    var left = (BitSet) blocks.clone();
    var groups = new ArrayList<BlockSet>();
    for (int block = left.nextSetBit(0); block >= 0; block = left.nextSetBit(block)) {
      var taken = taken(left, block, corners);
      if (taken.length >= fewest) {
        groups.add(new BlockSet(columns, rows, bits(taken)));
      }
    }
    return groups;
  }

  /** With its holes: the blocks from which nothing leads to the edge. */
  public BlockSet filled() {
    var others = (BitSet) blocks.clone();
    others.flip(0, columns * rows);
    var filled = (BitSet) blocks.clone();
    filled.set(0, columns * rows);
    for (int block = 0; block < columns * rows; block++) {
      int column = block % columns;
      int row = block / columns;
      boolean edge = column == 0 || column == columns - 1 || row == 0 || row == rows - 1;
      if (edge && others.get(block)) {
        filled.andNot(bits(taken(others, block, 0)));
      }
    }
    return new BlockSet(columns, rows, filled);
  }

  /**
   * Takes out of a set what hangs together with one of its blocks.
   *
   * @param corners 1 if corners connect, 0 if only sides do
   */
  private int[] taken(BitSet from, int seed, int corners) {
    var taken = new int[16];
    int count = 1;
    from.clear(seed);
    taken[0] = seed;
    for (int i = 0; i < count; i++) {
      int block = taken[i];
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int x = block % columns + dx;
          int y = block / columns + dy;
          boolean inside = x >= 0 && x < columns && y >= 0 && y < rows;
          if (inside && Math.abs(dx * dy) <= corners && from.get(y * columns + x)) {
            from.clear(y * columns + x);
            taken = count < taken.length ? taken : Arrays.copyOf(taken, 2 * count);
            taken[count++] = y * columns + x;
          }
        }
      }
    }
    return Arrays.copyOf(taken, count);
  }

  /** As large as the last block's number, so not for each of many small groups. */
  private static BitSet bits(int[] blocks) {
    var bits = new BitSet();
    for (int block : blocks) {
      bits.set(block);
    }
    return bits;
  }
}
