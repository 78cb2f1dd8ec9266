/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.grain;

import sc.fiji.sparsevit.misfit.BlockGrid;

/** The surface of second degree that comes closest to a block of 8x8 pixels. */
final class QuadraticSurface {
  private static final int DEGREE = 2;

  /** Orthonormal polynomials of x and y, the constant first; not to be changed. */
  private static final double[][] POLYNOMIALS = polynomials();

  private QuadraticSurface() {}

  /** The mean square of what it leaves of a block, row by row. */
  static float remainder(float[] levels) {
    double mean = 0;
    for (float level : levels) {
      mean += level;
    }
    mean /= levels.length;
    double sum = 0;
    for (float level : levels) {
      sum += (level - mean) * (level - mean);
    }
    for (int i = 1; i < POLYNOMIALS.length; i++) {
      double part = 0;
      for (int pixel = 0; pixel < levels.length; pixel++) {
        part += POLYNOMIALS[i][pixel] * levels[pixel];
      }
      sum -= part * part;
    }
    return (float) Math.max(0, sum / levels.length);
  }

  /** By Gram and Schmidt. */
  private static double[][] polynomials() {
    var all = new double[(DEGREE + 1) * (DEGREE + 2) / 2][];
    int count = 0;
    for (int degree = 0; degree <= DEGREE; degree++) {
      for (int ofX = 0; ofX <= degree; ofX++) {
        all[count] = monomial(ofX, degree - ofX);
        for (int i = 0; i < count; i++) {
          add(all[count], all[i], -product(all[count], all[i]));
        }
        double length = Math.sqrt(product(all[count], all[count]));
        add(all[count], all[count], 1 / length - 1);
        count++;
      }
    }
    return all;
  }

  private static double[] monomial(int ofX, int ofY) {
    var values = new double[BlockGrid.AREA];
    double center = (BlockGrid.SIZE - 1) / 2.0;
    for (int i = 0; i < values.length; i++) {
      double x = i % BlockGrid.SIZE - center;
      double y = i / BlockGrid.SIZE - center;
      values[i] = Math.pow(x, ofX) * Math.pow(y, ofY);
    }
    return values;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }
}
