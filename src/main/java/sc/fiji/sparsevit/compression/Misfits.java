/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.Arrays;
import java.util.BitSet;
import sc.fiji.sparsevit.misfit.BlockGrid;
import sc.fiji.sparsevit.misfit.BlockSet;

/**
 * Tells blocks that do not fit a picture's compression from those that do, by how far they are from
 * what a decoder gives.
 */
final class Misfits {

  /** Spreads from the usual deviation at which a block is a misfit. */
  private static final float LIMIT = 4;

  /** A block counts no more than this for or against its neighbors. */
  private static final float MOST = 10;

  private static final float LEAST = -1;

  /** In gray levels. */
  private static final float LARGEST_USUAL = 0.5f;

  /** In gray levels. */
  private static final float LEAST_SPREAD = 0.06f;

  /** From the standard deviation to the median distance of normal values. */
  private static final float NORMAL = 1.4826f;

  /** The usual deviation is that of blocks below {@code SLOPE * usual + OFFSET}. */
  private static final float SLOPE = 1.8f;

  private static final float OFFSET = 0.15f;

  private static final int ROUNDS = 3;

  /** Weights of a block's neighbors, by the sides that they share with it: none, one, all. */
  private static final float[] WEIGHTS = {1, 0.7f, 0.5f};

  private final BlockGrid grid;

  /** Of the blocks that fit, in gray levels. */
  private final float usual;

  /** Spreads above the usual deviation. */
  private final float[] scores;

  /**
   * @param deviations of the grid's blocks; not a number where they say nothing
   */
  Misfits(BlockGrid grid, float[] deviations) {
    this.grid = grid;
    var fitting = fitting(deviations);
    usual = median(fitting);
    float spread = Math.max(LEAST_SPREAD, NORMAL * median(distances(fitting, usual)));
    scores = new float[deviations.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.max(LEAST, Math.min(MOST, (deviations[i] - usual) / spread));
    }
  }

  /** The deviations that are not much larger than most, the smallest first. */
  private static float[] fitting(float[] deviations) {
    var told = sorted(deviations, Float.POSITIVE_INFINITY);
    var fitting = told;
    for (int round = 0; round < ROUNDS; round++) {
      fitting = sorted(told, SLOPE * median(fitting) + OFFSET);
    }
    return fitting;
  }

  private static float[] distances(float[] values, float from) {
    var distances = new float[values.length];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.abs(values[i] - from);
    }
    Arrays.sort(distances);
    return distances;
  }

  /** Those below a limit, the smallest first. */
  private static float[] sorted(float[] values, float limit) {
    var below = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (value < limit) {
        below[count++] = value;
      }
    }
    below = Arrays.copyOf(below, count);
    Arrays.sort(below);
    return below;
  }

  private static float median(float[] sorted) {
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** Whether most blocks fit well enough to tell others: after a change of tones, none does. */
  boolean canTell() {
    return usual <= LARGEST_USUAL;
  }

  /** Whether a block says anything. */
  boolean tells(int block) {
    return !Float.isNaN(scores[block]);
  }

  /** Whether a block by itself is a misfit. */
  boolean isMisfit(int block) {
    return scores[block] > LIMIT;
  }

  /** Misfits as their neighbors confirm them, and what they enclose. */
  BlockSet confirmed() {
    var blocks = new BitSet(grid.blocks());
    for (int block = 0; block < grid.blocks(); block++) {
      blocks.set(block, around(block) > 0);
    }
    return new BlockSet(grid.columns(), grid.rows(), blocks).filled();
  }

  /** The sum over a block and its neighbors of what lies above the limit. */
  private float around(int block) {
    float sum = 0;
    float weights = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int x = block % grid.columns() + dx;
        int y = block / grid.columns() + dy;
        if (x < 0 || x >= grid.columns() || y < 0 || y >= grid.rows()) {
          continue;
        }
        int neighbor = y * grid.columns() + x;
        if (tells(neighbor)) {
          float weight = WEIGHTS[Math.abs(dx) + Math.abs(dy)];
          weights += weight;
          sum += weight * (scores[neighbor] - LIMIT);
        }
      }
    }
    return weights < 1 ? 0 : sum;
  }
}
