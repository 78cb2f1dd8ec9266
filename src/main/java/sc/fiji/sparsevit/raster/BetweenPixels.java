/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

/**
 * A place between pixels, whose values several planes of one size have; (0, 0) is the center of the
 * first pixel, edges are repeated. Not for several threads.
 */
final class BetweenPixels {

  private final Interpolation interpolation;
  private final int width;
  private final int height;
  private final int[] positions;
  private final double[] weights;
  private double sum;

  BetweenPixels(Interpolation interpolation, int width, int height) {
    this.interpolation = interpolation;
    this.width = width;
    this.height = height;
    positions = new int[interpolation.reach() * interpolation.reach()];
    weights = new double[positions.length];
  }

  void moveTo(double x, double y) {
    int reach = interpolation.reach();
    int left = interpolation.first(x);
    int top = interpolation.first(y);
    for (int column = 0; column < reach; column++) {
      weights[column] = interpolation.weight(left + column - x);
    }
    sum = 0;
    // The first row last: it holds the weights of the columns until then.
    for (int row = reach - 1; row >= 0; row--) {
      double weight = interpolation.weight(top + row - y);
      int from = FloatPlane.clamp(top + row, height) * width;
      for (int column = 0; column < reach; column++) {
        int i = row * reach + column;
        positions[i] = from + FloatPlane.clamp(left + column, width);
        weights[i] = weight * weights[column];
      }
    }
    for (double weight : weights) {
      sum += weight;
    }
  }

  float value(float[] plane) {
    double value = 0;
    for (int i = 0; i < weights.length; i++) {
      value += weights[i] * plane[positions[i]];
    }
    return (float) (value / sum);
  }
}
