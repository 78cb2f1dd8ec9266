/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.Optional;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * Finds the grid of blocks that a picture was compressed in: there, more coefficients are 0 than
 * for blocks that lie anywhere else. This is the idea of ZERO (Nikoukhah et al., Image Processing
 * On Line 2021).
 */
final class GridFinder {

  /** Patches that are looked at, along each side of the picture at most. */
  private static final int PATCHES = 16;

  /** A coefficient below counts as 0. */
  private static final float ZERO = 0.5f;

  /** The best grid's share of zeros must be above the second best one's by this. */
  private static final double LEAST_LEAD = 0.01;

  private GridFinder() {}

  static Optional<BlockGrid> find(RgbImage image) {
    var zeros = new long[BlockGrid.AREA];
    var counts = new long[BlockGrid.AREA];
    for (int top : places(image.height())) {
      for (int left : places(image.width())) {
        count(image, left, top, zeros, counts);
      }
    }
    int best = best(zeros, counts, -1);
    int second = best(zeros, counts, best);
    if (best < 0 || second < 0) {
      return Optional.empty();
    }
    double lead = share(best, zeros, counts) - share(second, zeros, counts);
    int x = best % BlockGrid.SIZE;
    int y = best / BlockGrid.SIZE;
    return lead < LEAST_LEAD
        ? Optional.empty()
        : Optional.of(BlockGrid.at(x, y, image.width(), image.height()));
  }

  /** Evenly over a side, at all remainders of 8. */
  private static int[] places(int length) {
    int last = length - OffsetPatch.SIDE;
    int number = Math.max(0, Math.min(PATCHES, last + 1));
    var places = new int[number];
    for (int i = 0; i < number; i++) {
      places[i] = number == 1 ? 0 : (int) ((long) last * i / (number - 1));
    }
    return places;
  }

  private static void count(RgbImage image, int left, int top, long[] zeros, long[] counts) {
    var patch = new OffsetPatch(new BlockReader(image));
    patch.moveTo(left, top);
    for (int y = 0; y < BlockGrid.SIZE; y++) {
      for (int x = 0; x < BlockGrid.SIZE; x++) {
        float[] values = patch.coefficients(x, y);
        int offset = (top + y) % BlockGrid.SIZE * BlockGrid.SIZE + (left + x) % BlockGrid.SIZE;
        counts[offset] += BlockGrid.AREA - 1;
        for (int i = 1; i < BlockGrid.AREA; i++) {
          zeros[offset] += Math.abs(values[i]) < ZERO ? 1 : 0;
        }
      }
    }
  }

  /** The offset with the largest share of zeros, other than one; -1 if nothing was counted. */
  private static int best(long[] zeros, long[] counts, int but) {
    int best = -1;
    for (int i = 0; i < zeros.length; i++) {
      if (i != but
          && counts[i] > 0
          && (best < 0 || share(i, zeros, counts) > share(best, zeros, counts))) {
        best = i;
      }
    }
    return best;
  }

  private static double share(int offset, long[] zeros, long[] counts) {
    return (double) zeros[offset] / counts[offset];
  }
}
