/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * Filters that make the values of 4x4 patches uncorrelated and of variance 1 (PCA whitening). A
 * network from nothing starts with them: after random ones, the layer norm drowns the fine
 * structure that tells histories apart in brightness.
 *
 * @param filters of the strongest components first, each (3, 4, 4)
 * @param biases that take the mean patch to 0
 */
record Whitening(List<float[]> filters, float[] biases) {

  private static final int SIDE = 4;
  private static final int VALUES = RgbRaster.CHANNELS * SIDE * SIDE;

  /** Keeps directions in which patches hardly vary from being blown up to noise. */
  private static final double SMALLEST_VARIANCE = 1e-5;

  /** From all patches on the 4x4 grid of some pictures. */
  static Whitening of(List<RgbRaster> pictures) {
    var mean = new double[VALUES];
    var products = new double[VALUES][VALUES];
    long count = 0;
    for (var picture : pictures) {
      var planes = new float[picture.samples().length];
      SparseVitWindow.NORMALIZATION.write(picture.samples(), planes, 0);
      for (int y = 0; y + SIDE <= picture.height(); y += SIDE) {
        for (int x = 0; x + SIDE <= picture.width(); x += SIDE) {
          add(patch(planes, picture, x, y), mean, products);
          count++;
        }
      }
    }
    return of(mean, products, count);
  }

  private static void add(float[] patch, double[] mean, double[][] products) {
    for (int i = 0; i < VALUES; i++) {
      mean[i] += patch[i];
      for (int j = 0; j <= i; j++) {
        products[i][j] += (double) patch[i] * patch[j];
      }
    }
  }

  private static Whitening of(double[] sums, double[][] products, long count) {
    for (int i = 0; i < VALUES; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = products[i][j] / count - sums[i] / count * sums[j] / count;
        products[j][i] = products[i][j];
      }
    }
    var components = new EigenDecomposition(new Array2DRowRealMatrix(products, false));
    var filters = new ArrayList<float[]>();
    var biases = new float[VALUES];
    for (int k = 0; k < VALUES; k++) {
      double variance = Math.max(SMALLEST_VARIANCE, components.getRealEigenvalue(k));
      var direction = components.getEigenvector(k).mapDivide(Math.sqrt(variance));
      var filter = new float[VALUES];
      for (int i = 0; i < VALUES; i++) {
        filter[i] = (float) direction.getEntry(i);
        biases[k] -= (float) (direction.getEntry(i) * sums[i] / count);
      }
      filters.add(filter);
    }
    return new Whitening(filters, biases);
  }

  private static float[] patch(float[] planes, RgbRaster picture, int x, int y) {
    var patch = new float[VALUES];
    for (int i = 0; i < VALUES; i++) {
      int row = i / (SIDE * SIDE) * picture.height() + y + i / SIDE % SIDE;
      patch[i] = planes[row * picture.width() + x + i % SIDE];
    }
    return patch;
  }
}
