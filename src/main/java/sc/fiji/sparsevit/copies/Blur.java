/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.stream.IntStream;

/** A Gaussian blur in parallel bands of rows; inner loops run over neighbors in memory. */
final class Blur {

  private static final int BAND = 32;

  private Blur() {}

  /** A blurred copy; positions outside repeat the nearest edge value. */
  static float[] of(float[] plane, int width, int height, double sigma) {
    float[] kernel = kernel(sigma);
    var blurred = new float[plane.length];
    IntStream.range(0, (height + BAND - 1) / BAND)
        .parallel()
        .forEach(
            band -> {
              int end = Math.min(height, (band + 1) * BAND);
              for (int y = band * BAND; y < end; y++) {
                row(plane, width, height, kernel, y, blurred);
              }
            });
    return blurred;
  }

  private static void row(
      float[] plane, int width, int height, float[] kernel, int y, float[] blurred) {
    int radius = kernel.length - 1;
    var padded = new float[width + 2 * radius];
    for (int tap = -radius; tap <= radius; tap++) {
      int from = Math.max(0, Math.min(height - 1, y + tap)) * width;
      float weight = kernel[Math.abs(tap)];
      for (int x = 0; x < width; x++) {
        padded[radius + x] += weight * plane[from + x];
      }
    }
    for (int i = 0; i < radius; i++) {
      padded[i] = padded[radius];
      padded[radius + width + i] = padded[radius + width - 1];
    }
    int to = y * width;
    float center = kernel[0];
    for (int x = 0; x < width; x++) {
      blurred[to + x] = center * padded[radius + x];
    }
    for (int tap = 1; tap <= radius; tap++) {
      float weight = kernel[tap];
      int left = radius - tap;
      int right = radius + tap;
      for (int x = 0; x < width; x++) {
        blurred[to + x] += weight * (padded[left + x] + padded[right + x]);
      }
    }
  }

  /** From the center outwards. */
  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(2.8 * sigma);
    var kernel = new float[radius + 1];
    double sum = 0;
    for (int i = 0; i <= radius; i++) {
      kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
      sum += i == 0 ? kernel[i] : 2 * kernel[i];
    }
    for (int i = 0; i <= radius; i++) {
      kernel[i] /= (float) sum;
    }
    return kernel;
  }
}
