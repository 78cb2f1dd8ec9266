/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.Arrays;
import java.util.List;
import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * Finds the steps of a compression in the coefficients of decoded blocks. Those lie about multiples
 * of the step, apart by what rounding to whole gray levels does; a coefficient that was not
 * compressed so may lie anywhere.
 */
final class StepFinder {
  private static final int LARGEST = 100;

  /** Standard deviation about a multiple: the rounding of the decoder and of three colors. */
  private static final double NOISE = 0.35;

  /** Standard deviations from a multiple at which a coefficient is none. */
  private static final double FAR = 3;

  /** Places of the table for each gray level. */
  private static final int FINENESS = 32;

  /** Fewer coefficients that are not 0 tell nothing. */
  private static final int FEWEST = 8;

  /** The largest of a hundred steps by chance stays below. */
  private static final double LEAST_EVIDENCE = 12;

  /** (step, distance from a multiple): the logarithm of the likelihood ratio. */
  private final float[][] table = new float[LARGEST + 1][];

  /**
   * @param strangers share of coefficients, 0-1, that may not come from the compression
   */
  StepFinder(double strangers) {
    for (int step = 1; step <= LARGEST; step++) {
      table[step] = new float[step * FINENESS / 2 + 2];
      for (int i = 0; i < table[step].length; i++) {
        table[step][i] = (float) logRatio((double) i / FINENESS, step, strangers);
      }
    }
  }

  private static double logRatio(double distance, int step, double strangers) {
    double density = 0;
    for (int around = -1; around <= 1; around++) {
      double z = (distance + around * step) / NOISE;
      density += Math.exp(-z * z / 2) / (NOISE * Math.sqrt(2 * Math.PI));
    }
    return Math.log(step * (1 - strangers) * density + strangers);
  }

  /**
   * @param blocks the coefficients of blocks, (8, 8) each
   */
  Steps find(List<float[]> blocks) {
    var sizes = new int[BlockGrid.AREA];
    double evidence = 0;
    var values = new float[blocks.size()];
    for (int i = 0; i < sizes.length; i++) {
      for (int block = 0; block < values.length; block++) {
        values[block] = Math.abs(blocks.get(block)[i]);
      }
      Arrays.sort(values);
      // A mean is seldom 0, so its zeros tell as much as other values.
      boolean mean = i == 0;
      double best = LEAST_EVIDENCE;
      for (int step = 1; step <= LARGEST; step++) {
        int from = mean ? 0 : firstAbove(step / 2f, values);
        if (values.length - from < FEWEST) {
          break;
        }
        double sum = sum(step, values, from);
        if (sum > best) {
          best = sum;
          sizes[i] = step;
        }
      }
      evidence += sizes[i] > 0 ? best : 0;
    }
    return new Steps(sizes, evidence);
  }

  /**
   * The step of a later compression that a coefficient's step is a multiple of: what does not lie
   * about multiples of the latter then lies about those of the former.
   *
   * @param values of the coefficient
   * @return the same step if there was none
   */
  int last(int step, float[] values) {
    var others = new float[values.length];
    int number = 0;
    for (float value : values) {
      float distance = Math.abs(value - step * Math.round(value / step));
      if (distance > FAR * NOISE) {
        others[number++] = Math.abs(value);
      }
    }
    int last = step;
    double best = LEAST_EVIDENCE;
    for (int finer = 2; number >= FEWEST && finer <= step / 2; finer++) {
      double sum = step % finer == 0 ? sum(finer, Arrays.copyOf(others, number), 0) : 0;
      if (sum > best) {
        best = sum;
        last = finer;
      }
    }
    return last;
  }

  /** The evidence that blocks went through a compression with known steps, as they are. */
  double evidence(Steps steps, List<float[]> blocks) {
    double evidence = 0;
    for (var block : blocks) {
      for (int i = 1; i < block.length; i++) {
        int step = steps.sizes()[i];
        float value = Math.abs(block[i]);
        if (step > 0 && value > step / 2f) {
          float distance = Math.abs(value - step * Math.round(value / step));
          evidence += table[step][(int) (distance * FINENESS + 0.5f)];
        }
      }
    }
    return evidence;
  }

  private static int firstAbove(float limit, float[] ascending) {
    int from = Arrays.binarySearch(ascending, limit);
    from = from < 0 ? -from - 1 : from;
    while (from < ascending.length && ascending[from] <= limit) {
      from++;
    }
    return from;
  }

  private double sum(int step, float[] values, int from) {
    var ofStep = table[step];
    double sum = 0;
    for (int i = from; i < values.length; i++) {
      float distance = Math.abs(values[i] - step * Math.round(values[i] / step));
      sum += ofStep[(int) (distance * FINENESS + 0.5f)];
    }
    return sum;
  }
}
