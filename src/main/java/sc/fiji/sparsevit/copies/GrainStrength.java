/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.stream.IntStream;

/**
 * How strong the frequencies of a plane are around each of them, so that all can be made to count
 * alike.
 *
 * @param width of the plane, a power of 2 that is at least {@value #BLOCKS}
 * @param height likewise
 * @param means ({@value #BLOCKS}, {@value #BLOCKS}) of their power, frequency 0 first
 */
record GrainStrength(int width, int height, float[] means) {

  /** Sides into which the frequencies are divided. */
  static final int BLOCKS = 64;

  /**
   * How many times the mean around it the power of a frequency may count: grids have strong ones.
   */
  static final float MOST = 12;

  /** Cycles per pixel: slower is shape, faster is what compression takes away. */
  private static final double SLOW = 0.02;

  private static final double FAST = 0.3;

  /**
   * @param power (height, width), of which the first height / 2 + 1 rows are read; the others are
   *     their mirror image
   */
  static GrainStrength of(float[] power, int width, int height) {
    int blockWidth = width / BLOCKS;
    int blockHeight = height / BLOCKS;
    var means = new float[BLOCKS * BLOCKS];
    for (int v = 0; v < height; v++) {
      boolean mirrored = v > height / 2;
      int row = (mirrored ? height - v : v) * width;
      int blocks = v / blockHeight * BLOCKS;
      for (int u = 0; u < width; u++) {
        int from = mirrored ? width - u & width - 1 : u;
        means[blocks + u / blockWidth] += power[row + from] / blockWidth / blockHeight;
      }
    }
    return new GrainStrength(width, height, means);
  }

  /**
   * The mean power around each frequency of a row; 0 if it does not count.
   *
   * @param v row of the plane
   * @param row (width), overwritten
   */
  void row(int v, float[] row) {
    int blockWidth = width / BLOCKS;
    int blockHeight = height / BLOCKS;
    double fy = (double) Math.min(v, height - v) / height;
    // Between the centers of the blocks, bilinear: steps would be peaks of their own.
    float down = between(v, blockHeight);
    int upper = before(v, blockHeight) * BLOCKS;
    int lower = (before(v, blockHeight) + 1) % BLOCKS * BLOCKS;
    var around = new float[BLOCKS];
    for (int column = 0; column < BLOCKS; column++) {
      around[column] = means[upper + column] * (1 - down) + means[lower + column] * down + 1e-9f;
    }
    for (int u = 0; u < width; u++) {
      double fx = (double) Math.min(u, width - u) / width;
      double square = fx * fx + fy * fy;
      if (square > SLOW * SLOW && square < FAST * FAST) {
        float right = between(u, blockWidth);
        int left = before(u, blockWidth);
        row[u] = around[left] * (1 - right) + around[(left + 1) % BLOCKS] * right;
      } else {
        row[u] = 0;
      }
    }
  }

  /** Those frequencies of a length that can count, in the order of a transformation. */
  static int[] band(int length) {
    return IntStream.range(0, length)
        .filter(frequency -> Math.min(frequency, length - frequency) < FAST * length)
        .toArray();
  }

  /** The block whose center lies before a frequency. */
  private static int before(int frequency, int block) {
    return (frequency + BLOCKS * block - block / 2) / block % BLOCKS;
  }

  /** How far it lies on the way to the next one's, 0 to 1. */
  private static float between(int frequency, int block) {
    return (frequency + BLOCKS * block - block / 2) % block / (float) block;
  }
}
