/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import java.util.Arrays;

/** Separable Gaussian blur, edges repeated. */
public record GaussianBlur(float[] kernel) {

  /**
   * A blur of the given standard deviation.
   *
   * @param sigma in pixels, above 0
   */
  public static GaussianBlur ofSigma(double sigma) {
    return of((int) Math.ceil(3 * sigma), sigma);
  }

  /**
   * A blur of the given odd kernel size, its sigma from the size as OpenCV derives it: 0.3((k-1)/2
   * - 1) + 0.8.
   */
  public static GaussianBlur ofKernelSize(int size) {
    return of(size / 2, 0.3 * ((size - 1) / 2.0 - 1) + 0.8);
  }

  private static GaussianBlur of(int radius, double sigma) {
    var kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += Math.exp(-0.5 * i * i / (sigma * sigma));
    }
    for (int i = -radius; i <= radius; i++) {
      kernel[i + radius] = (float) (Math.exp(-0.5 * i * i / (sigma * sigma)) / sum);
    }
    return new GaussianBlur(kernel);
  }

  public RgbRaster apply(RgbRaster picture) {
    return picture.map((FloatPlane plane) -> apply(plane));
  }

  public FloatPlane apply(FloatPlane plane) {
    int width = plane.width();
    int height = plane.height();
    int radius = kernel.length / 2;
    var result = new FloatPlane(width, height);
    var wider = new float[width + 2 * radius];
    for (int y = 0; y < height; y++) {
      first(plane.values(), row(y - radius, plane), kernel[0], wider, radius, width);
      for (int k = 1; k < kernel.length; k += 2) {
        int one = row(y + k - radius, plane);
        int two = row(y + k + 1 - radius, plane);
        add(plane.values(), one, kernel[k], two, kernel[k + 1], wider, radius, width);
      }
      Arrays.fill(wider, 0, radius, wider[radius]);
      Arrays.fill(wider, radius + width, wider.length, wider[radius + width - 1]);
      first(wider, 0, kernel[0], result.values(), y * width, width);
      for (int k = 1; k < kernel.length; k += 2) {
        add(wider, k, kernel[k], k + 1, kernel[k + 1], result.values(), y * width, width);
      }
    }
    return result;
  }

  /** Where a row starts. */
  private static int row(int y, FloatPlane plane) {
    return FloatPlane.clamp(y, plane.height()) * plane.width();
  }

  private static void first(
      float[] from, int start, float weight, float[] to, int into, int count) {
    for (int x = 0; x < count; x++) {
      to[into + x] = weight * from[start + x];
    }
  }

  /** Two at once: that much less is written and read again. */
  private static void add(
      float[] from,
      int one,
      float oneWeight,
      int two,
      float twoWeight,
      float[] to,
      int into,
      int count) {
    for (int x = 0; x < count; x++) {
      to[into + x] = to[into + x] + oneWeight * from[one + x] + twoWeight * from[two + x];
    }
  }
}
