/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.misfit;

import java.awt.Rectangle;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
    return groups(1);
  }

  /** The sets of neighbors along a side, likewise. */
  public List<BlockSet> groupsAlongSides() {
    return groups(0);
  }

  private List<BlockSet> groups(int corners) {
    var left = (BitSet) blocks.clone();
    var groups = new ArrayList<BlockSet>();
    for (int block = left.nextSetBit(0); block >= 0; block = left.nextSetBit(block)) {
      groups.add(new BlockSet(columns, rows, taken(left, block, corners)));
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
        filled.andNot(taken(others, block, 0));
      }
    }
    return new BlockSet(columns, rows, filled);
  }

  /**
   * Takes out of a set what hangs together with one of its blocks.
   *
   * @param corners 1 if corners connect, 0 if only sides do
   */
  private BitSet taken(BitSet from, int seed, int corners) {
    var taken = new BitSet();
    var next = new ArrayDeque<Integer>();
    from.clear(seed);
    next.add(seed);
    while (!next.isEmpty()) {
      int block = next.remove();
      taken.set(block);
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int x = block % columns + dx;
          int y = block / columns + dy;
          boolean inside = x >= 0 && x < columns && y >= 0 && y < rows;
          if (inside && Math.abs(dx * dy) <= corners && from.get(y * columns + x)) {
            from.clear(y * columns + x);
            next.add(y * columns + x);
          }
        }
      }
    }
    return taken;
  }
}
