/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.Arrays;
import java.util.Optional;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * Finds out whether a picture was compressed before its last compression in blocks that lie
 * elsewhere, and in which: there, coefficients still lie near multiples of the first steps, and the
 * mean of their cosines, of which a wave is as long as the step, is larger than at other offsets
 * (the idea of Bianchi and Piva, IEEE TIFS 2012).
 */
final class ShiftFinder {
  private static final int SIZE = BlockGrid.SIZE;
  private static final int OFFSETS = BlockGrid.AREA;

  /** Blocks of each offset, at most. */
  private static final int PATCHES = 2048;

  /** Of a patch: as many as change little about its blocks. */
  private static final int MOST_CUT = 10;

  /** Of both sides' waves together; finer ones are lost in the last compression. */
  private static final int MOST_WAVES = 4;

  private static final int LARGEST_STEP = 40;

  /** Places of the histograms for each gray level. */
  private static final int FINENESS = 4;

  /** The cosines' mean after the error of the last compression; steps that leave less are lost. */
  private static final double LEAST_LEFT = 0.04;

  private static final int FEWEST_VALUES = 20;

  /** Evidence of a coefficient that is chance: the largest of all steps. */
  private static final double CHANCE = 3.5;

  /** Standard deviations of the cosines' mean at which a step counts. */
  private static final double LEAST_DEVIATION = 3.5;

  private static final double LEAST_EVIDENCE = 20;

  /** The evidence of an offset, over that of any other one but its neighbors. */
  private static final double LEAST_LEAD = 2;

  /** (step, place): a cosine as long as the step. */
  private static final double[][] COSINES = cosines();

  /**
   * An offset from the blocks of the last compression.
   *
   * @param firsts the first step of each coefficient, 0 where it is not known; not to be changed
   */
  record BlockShift(int right, int down, int[] firsts) {}

  /** (offset, coefficient, place): how often the values occur, without their signs. */
  private final int[][][] counts = new int[OFFSETS][OFFSETS][];

  private final double[] evidence = new double[OFFSETS];
  private final int[][] firsts = new int[OFFSETS][OFFSETS];

  private ShiftFinder() {}

  /**
   * @param error of the last compression
   */
  static Optional<BlockShift> find(RgbImage image, BlockGrid grid, RoundingError error) {
    var finder = new ShiftFinder();
    finder.count(image, grid);
    for (int i = 0; i < BlockGrid.AREA; i++) {
      if (isCoarse(i)) {
        finder.weigh(i, error);
      }
    }
    return finder.best();
  }

  private static boolean isCoarse(int coefficient) {
    return coefficient % SIZE + coefficient / SIZE <= MOST_WAVES;
  }

  /** Counts the values of all coefficients at all offsets. */
  private void count(RgbImage image, BlockGrid grid) {
    for (var ofOffset : counts) {
      for (int i = 0; i < ofOffset.length; i++) {
        int places = FirstCompressionFinder.largest(i) * FINENESS + 1;
        ofOffset[i] = isCoarse(i) ? new int[places] : null;
      }
    }
    // Beyond each block, a patch needs most of the next one.
    var inner = new BlockGrid(grid.x(), grid.y(), grid.columns() - 1, grid.rows() - 1);
    int number = Math.min(PATCHES, inner.blocks());
    var patch = new OffsetPatch(new BlockReader(image));
    for (int i = 0; i < number; i++) {
      int block = (int) ((long) inner.blocks() * i / number);
      if (patch.moveTo(inner.left(block), inner.top(block)) <= MOST_CUT) {
        for (int offset = 0; offset < OFFSETS; offset++) {
          count(patch.coefficients(offset % SIZE, offset / SIZE), counts[offset]);
        }
      }
    }
  }

  private static void count(float[] values, int[][] counts) {
    for (int i = 0; i < values.length; i++) {
      if (counts[i] != null) {
        int place = (int) (Math.abs(values[i]) * FINENESS + 0.5f);
        counts[i][Math.min(place, counts[i].length - 1)]++;
      }
    }
  }

  /** Adds the evidence of one coefficient to that of all offsets. */
  private void weigh(int coefficient, RoundingError error) {
    double deviation = 0;
    for (int offset = 1; offset < OFFSETS; offset++) {
      deviation += error.deviation(coefficient, offset % SIZE, offset / SIZE) / (OFFSETS - 1);
    }
    var best = new double[OFFSETS];
    for (int step = 2; step <= LARGEST_STEP; step++) {
      double waves = Math.PI * deviation / step;
      if (Math.exp(-2 * waves * waves) >= LEAST_LEFT) {
        var deviations = deviations(coefficient, step);
        for (int offset = 1; offset < OFFSETS; offset++) {
          if (deviations[offset] > best[offset]) {
            best[offset] = deviations[offset];
            firsts[offset][coefficient] = deviations[offset] < LEAST_DEVIATION ? 0 : step;
          }
        }
      }
    }
    for (int offset = 1; offset < OFFSETS; offset++) {
      evidence[offset] += Math.max(0, best[offset] * best[offset] / 2 - CHANCE);
    }
  }

  /**
   * For each offset, how many standard deviations the cosines' mean lies above that of most
   * offsets, or of the mirrored one, to which the traces of the last compression are the same.
   */
  private double[] deviations(int coefficient, int step) {
    var means = new double[OFFSETS];
    var numbers = new double[OFFSETS];
    for (int offset = 1; offset < OFFSETS; offset++) {
      add(counts[offset][coefficient], step, coefficient == 0, offset, means, numbers);
    }
    var sorted = Arrays.copyOfRange(means, 1, OFFSETS);
    Arrays.sort(sorted);
    double usual = sorted[sorted.length / 2];
    var deviations = new double[OFFSETS];
    for (int offset = 1; offset < OFFSETS; offset++) {
      int mirrored = mirrored(offset);
      double expected = mirrored == offset ? usual : Math.max(usual, means[mirrored]);
      deviations[offset] =
          numbers[offset] < FEWEST_VALUES
              ? 0
              : (means[offset] - expected) * Math.sqrt(2 * numbers[offset]);
    }
    return deviations;
  }

  /** The mean of the cosines of an offset's values; only a block's mean may be near zero. */
  private static void add(
      int[] counts, int step, boolean zerosCount, int offset, double[] means, double[] numbers) {
    int wave = step * FINENESS;
    double sum = 0;
    int number = 0;
    for (int place = zerosCount ? 0 : wave / 2 + 1; place < counts.length; place++) {
      if (counts[place] > 0) {
        sum += counts[place] * COSINES[step][place % wave];
        number += counts[place];
      }
    }
    means[offset] = number == 0 ? 0 : sum / number;
    numbers[offset] = number;
  }

  private static double[][] cosines() {
    var cosines = new double[LARGEST_STEP + 1][];
    for (int step = 1; step <= LARGEST_STEP; step++) {
      cosines[step] = new double[step * FINENESS];
      for (int place = 0; place < cosines[step].length; place++) {
        cosines[step][place] = Math.cos(2 * Math.PI * place / cosines[step].length);
      }
    }
    return cosines;
  }

  private static int mirrored(int offset) {
    return (SIZE - offset / SIZE) % SIZE * SIZE + (SIZE - offset % SIZE) % SIZE;
  }

  private Optional<BlockShift> best() {
    int best = 0;
    for (int offset = 1; offset < OFFSETS; offset++) {
      boolean better = evidence[offset] > evidence[best];
      best = better && mirrored(offset) != offset ? offset : best;
    }
    double second = 0;
    for (int offset = 1; offset < OFFSETS; offset++) {
      second = areNeighbors(offset, best) ? second : Math.max(second, evidence[offset]);
    }
    return evidence[best] < LEAST_EVIDENCE || evidence[best] < LEAST_LEAD * second
        ? Optional.empty()
        : Optional.of(new BlockShift(best % SIZE, best / SIZE, firsts[best]));
  }

  private static boolean areNeighbors(int one, int other) {
    return distance(one % SIZE, other % SIZE) <= 1 && distance(one / SIZE, other / SIZE) <= 1;
  }

  private static int distance(int one, int other) {
    int distance = Math.abs(one - other);
    return Math.min(distance, SIZE - distance);
  }
}
