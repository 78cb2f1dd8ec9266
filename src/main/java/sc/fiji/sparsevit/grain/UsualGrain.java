/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.grain;

/** How grainy a picture usually is where it is so bright. Immutable. */
final class UsualGrain {

  /** Gray levels within which blocks count as equally bright. */
  static final int REACH = 6;

  /** With fewer blocks of a brightness, nothing is usual. */
  private static final int FEWEST_BLOCKS = 40;

  private static final int LEVELS = 256;

  /** Powers of two that grain is sorted by, and steps in each; less than the first is none. */
  private static final int LOWEST = -8;

  private static final int HIGHEST = 16;
  private static final int STEPS = 16;

  /** Squared gray levels: where less is usual, compression or rounding took the grain. */
  private static final float LEAST = 0.1f;

  private final BlockGrain blocks;
  private final float[] usual = new float[LEVELS];

  private UsualGrain(BlockGrain blocks) {
    this.blocks = blocks;
  }

  static UsualGrain of(BlockGrain blocks) {
    var counts = new int[LEVELS][STEPS * (HIGHEST - LOWEST)];
    for (int block = 0; block < blocks.grain().length; block++) {
      if (!blocks.isCutOff(block)) {
        counts[blocks.level()[block]][bin(blocks.grain()[block])]++;
      }
    }
    var result = new UsualGrain(blocks);
    for (int level = 0; level < LEVELS; level++) {
      result.usual[level] = median(counts, level);
    }
    return result;
  }

  /** Whether a block's brightness has grain, so that it can lack it. */
  boolean isKnownFor(int block) {
    return !blocks.isCutOff(block) && at(blocks.level()[block]) > LEAST;
  }

  /** The median of all blocks about as bright; 0 if there are too few. */
  float at(int level) {
    return usual[level];
  }

  private static float median(int[][] counts, int level) {
    var near = new long[STEPS * (HIGHEST - LOWEST)];
    long total = 0;
    for (int other = Math.max(0, level - REACH);
        other <= Math.min(LEVELS - 1, level + REACH);
        other++) {
      for (int bin = 0; bin < near.length; bin++) {
        near[bin] += counts[other][bin];
        total += counts[other][bin];
      }
    }
    if (total < FEWEST_BLOCKS) {
      return 0;
    }
    long below = 0;
    int bin = 0;
    while (2 * (below + near[bin]) < total) {
      below += near[bin++];
    }
    return bin == 0 ? 0 : (float) Math.pow(2, LOWEST + (bin + 0.5) / STEPS);
  }

  private static int bin(float grain) {
    double steps = STEPS * (Math.log(grain) / Math.log(2) - LOWEST);
    return (int) Math.max(0, Math.min(STEPS * (HIGHEST - LOWEST) - 1.0, steps));
  }
}
