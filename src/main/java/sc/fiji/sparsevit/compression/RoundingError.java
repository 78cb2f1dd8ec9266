/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.List;
import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * How far a compression moved the coefficients of blocks that lie elsewhere than its own: the error
 * of each of its own coefficients spreads over many of theirs.
 */
final class RoundingError {
  private static final int SIZE = BlockGrid.SIZE;

  /** Variance of a decoded coefficient: the rounding to whole gray levels. */
  private static final double NOISE = 0.16;

  /** If more of a coefficient's values are not zero, they are spread evenly about multiples. */
  private static final double MOST_NOT_ZERO = 0.98;

  /** Of a coefficient whose step is not known, because it is hardly ever anything but zero. */
  private static final double LEAST_NOT_ZERO = 1e-3;

  private static final double[][] SPREAD = spread();

  /** Of the errors of the compression's own coefficients. */
  private final double[] variances;

  private RoundingError(double[] variances) {
    this.variances = variances;
  }

  /**
   * @param blocks coefficients of blocks after the compression, on its own grid
   */
  static RoundingError of(Steps steps, List<float[]> blocks) {
    int largest = 0;
    for (int size : steps.sizes()) {
      largest = Math.max(largest, size);
    }
    var variances = new double[BlockGrid.AREA];
    for (int i = 0; i < variances.length; i++) {
      int step = steps.sizes()[i];
      variances[i] =
          step == 0
              ? variance(largest, LEAST_NOT_ZERO)
              : variance(step, Math.max(LEAST_NOT_ZERO, notZero(i, step, blocks)));
    }
    return new RoundingError(variances);
  }

  private static double notZero(int coefficient, int step, List<float[]> blocks) {
    return (double)
            blocks.stream().filter(block -> Math.abs(block[coefficient]) > step / 2f).count()
        / blocks.size();
  }

  /**
   * Of values that are exponentially distributed on either side of zero.
   *
   * @param notZero the share of values that are not rounded to zero
   */
  private static double variance(double step, double notZero) {
    double even = step * step / 12;
    if (notZero > MOST_NOT_ZERO) {
      return even;
    }
    double half = step / 2;
    double decay = -Math.log(notZero) / half;
    double tail = half * half + 2 * half / decay + 2 / (decay * decay);
    double ofZeros = (2 / (decay * decay) - notZero * tail) / (1 - notZero);
    return notZero * even + (1 - notZero) * Math.min(ofZeros, even);
  }

  /**
   * For each offset, 0-7: the share of the variance of the second index's wave that reaches the
   * first index's wave of blocks that lie there.
   */
  private static double[][] spread() {
    var spread = new double[SIZE][BlockGrid.AREA];
    for (int offset = 0; offset < SIZE; offset++) {
      for (int to = 0; to < SIZE; to++) {
        for (int from = 0; from < SIZE; from++) {
          double near = 0;
          double next = 0;
          for (int i = 0; i < SIZE; i++) {
            double product = Cosines.wave(to, i) * Cosines.wave(from, (i + offset) % SIZE);
            near += i + offset < SIZE ? product : 0;
            next += i + offset < SIZE ? 0 : product;
          }
          spread[offset][to * SIZE + from] = near * near + next * next;
        }
      }
    }
    return spread;
  }

  /**
   * The standard deviation of the error of a coefficient.
   *
   * @param right how far the block lies from the compression's own, 0-7
   */
  double deviation(int coefficient, int right, int down) {
    int across = coefficient % SIZE;
    int along = coefficient / SIZE;
    double sum = NOISE;
    for (int i = 0; i < variances.length; i++) {
      sum +=
          variances[i]
              * SPREAD[down][along * SIZE + i / SIZE]
              * SPREAD[right][across * SIZE + i % SIZE];
    }
    return Math.sqrt(sum);
  }
}
