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
    int radius = kernel.length / 2;
    var result = new FloatPlane(width, plane.height());
    var seen = new float[width];
    var wider = new float[width + 2 * radius];
    for (int y = 0; y < plane.height(); y++) {
      Arrays.fill(seen, 0);
      for (int k = 0; k < kernel.length; k++) {
        plane.addRow(FloatPlane.clamp(y + k - radius, plane.height()), kernel[k], seen);
      }
      Arrays.fill(wider, 0, radius, seen[0]);
      System.arraycopy(seen, 0, wider, radius, width);
      Arrays.fill(wider, radius + width, wider.length, seen[width - 1]);
      blurRow(wider, result.values(), y * width, width);
    }
    return result;
  }

  private void blurRow(float[] wider, float[] to, int from, int width) {
    for (int k = 0; k < kernel.length; k++) {
      float weight = kernel[k];
      for (int x = 0; x < width; x++) {
        to[from + x] += weight * wider[x + k];
      }
    }
  }
}
