/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockGrid;
import sc.fiji.sparsevit.misfit.BlockSet;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.misfit.MisfitPart.Trace;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Which blocks of a picture were compressed once and which twice, and what that says about a
 * manipulation: a part that was pasted or changed between the compressions was compressed once, the
 * rest twice.
 *
 * @param grid of the blocks of the earlier compression
 * @param shifts of a block's probability, in the logarithm of its odds; not to be changed
 * @param isShifted whether these blocks lie elsewhere than those of the last compression
 */
record DoubleCompression(BlockGrid grid, float[] shifts, boolean isShifted) {

  /** Coefficients of a block, and those of its neighbors, are not independent. */
  private static final float TRUST = 0.2f;

  /** Where a block was compressed once and the rest twice. */
  private static final float MOST = 5;

  /**
   * Where it was compressed twice. Less, because pictures are also changed before their first
   * compression.
   */
  private static final float LEAST = -1;

  /** Standard deviation of the neighbors' weights, in blocks. */
  private static final double SIGMA = 1.0;

  private static final int REACH = 2;

  /** A block that is shifted by this was surely compressed once ... */
  private static final float SURE = 3;

  /** ... of which a part has some, ... */
  private static final int FEWEST_SURE_BLOCKS = 8;

  /** ... and all about them that are shifted by this are the part's, too. */
  private static final float LIKELY = 1.5f;

  /**
   * @param first the picture's earlier compression
   * @throws CancellationException when the listener says so
   */
  static DoubleCompression of(RgbImage image, FirstCompression first, ProgressListener listener) {
    var grid = first.grid();
    var reader = new BlockReader(image);
    var ratios = new float[grid.blocks()];
    for (int block = 0; block < ratios.length; block++) {
      if (block % grid.columns() == 0 && listener.isCanceled()) {
        throw new CancellationException("localization was canceled");
      }
      ratios[block] = first.ratio(reader.read(grid.left(block), grid.top(block)));
    }
    var shifts = new float[ratios.length];
    for (int block = 0; block < shifts.length; block++) {
      shifts[block] = Math.max(LEAST, Math.min(MOST, -TRUST * around(block, ratios, grid)));
    }
    return new DoubleCompression(grid, shifts, first.isShifted());
  }

  /** The sum over a block and its neighbors, these with less weight the farther they are. */
  private static float around(int block, float[] ratios, BlockGrid grid) {
    int column = block % grid.columns();
    int row = block / grid.columns();
    double sum = 0;
    for (int y = Math.max(0, row - REACH); y <= Math.min(grid.rows() - 1, row + REACH); y++) {
      for (int x = Math.max(0, column - REACH);
          x <= Math.min(grid.columns() - 1, column + REACH);
          x++) {
        double squares = (x - column) * (x - column) + (y - row) * (y - row);
        sum += Math.exp(-squares / (2 * SIGMA * SIGMA)) * ratios[y * grid.columns() + x];
      }
    }
    return (float) sum;
  }

  /** Parts that were surely compressed once, in the order of their first rows. */
  List<MisfitPart> parts(RgbImage image) {
    var trace = isShifted ? Trace.CROPPED_BETWEEN : Trace.COMPRESSED_ONCE;
    var sure = shiftedBy(SURE);
    return new BlockSet(grid.columns(), grid.rows(), shiftedBy(LIKELY))
        .filled().groups().stream()
            .filter(
                group -> group.blocks().stream().filter(sure::get).count() >= FEWEST_SURE_BLOCKS)
            .flatMap(group -> BlockPart.of(group, grid, image, trace).stream())
            .toList();
  }

  private BitSet shiftedBy(float least) {
    var blocks = new BitSet(shifts.length);
    for (int block = 0; block < shifts.length; block++) {
      blocks.set(block, shifts[block] >= least);
    }
    return blocks;
  }

  /** The shift of a pixel, between the centers of blocks. */
  float at(int x, int y) {
    float column = limited((x - grid.x() + 0.5f) / BlockGrid.SIZE - 0.5f, grid.columns());
    float row = limited((y - grid.y() + 0.5f) / BlockGrid.SIZE - 0.5f, grid.rows());
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, grid.columns() - 1);
    int bottom = Math.min(top + 1, grid.rows() - 1);
    float upper = between(shift(left, top), shift(right, top), column - left);
    float lower = between(shift(left, bottom), shift(right, bottom), column - left);
    return between(upper, lower, row - top);
  }

  private static float limited(float block, int count) {
    return Math.max(0, Math.min(count - 1, block));
  }

  private float shift(int column, int row) {
    return shifts[row * grid.columns() + column];
  }

  private static float between(float from, float to, float share) {
    return from + share * (to - from);
  }
}
