/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

import java.util.List;

/**
 * What of an image is compared.
 *
 * @param luminance gray levels but for a constant, height x width
 * @param cells means over squares of 4x4 pixels: luminance, then blue and red less luminance at
 *     half weight, (3, height / 4, width / 4), gray levels
 */
record Planes(float[] luminance, float[] cells) {

  /** Pixels along one side of a cell. */
  static final int CELL = 4;

  /**
   * @param images normalized, (3, height, width) from an index on
   * @param deviations that red, green and blue were divided by, 0-1
   */
  static Planes of(float[] images, int from, int height, int width, List<Double> deviations) {
    float redLevels = levels(deviations.get(0));
    float greenLevels = levels(deviations.get(1));
    float blueLevels = levels(deviations.get(2));
    int pixels = height * width;
    int columns = width / CELL;
    int cellCount = height / CELL * columns;
    var luminance = new float[pixels];
    var cells = new float[3 * cellCount];
    float share = 1f / (CELL * CELL);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float red = redLevels * images[from + i];
        float green = greenLevels * images[from + pixels + i];
        float blue = blueLevels * images[from + 2 * pixels + i];
        // ITU-R BT.601
        float light = 0.299f * red + 0.587f * green + 0.114f * blue;
        int cell = y / CELL * columns + x / CELL;
        luminance[i] = light;
        cells[cell] += share * light;
        cells[cellCount + cell] += share * (blue - light) / 2;
        cells[2 * cellCount + cell] += share * (red - light) / 2;
      }
    }
    return new Planes(luminance, cells);
  }

  /** Gray levels in one normalized unit. */
  private static float levels(double deviation) {
    return 255 * (float) deviation;
  }

  /**
   * The luminance without its mean over the square of 2 radius + 1 pixels around every pixel.
   *
   * @param sums {@link #sums} of the luminance
   */
  float[] withoutMean(double[] sums, int height, int width, int radius) {
    int stride = width + 1;
    var without = new float[luminance.length];
    // Squares that reach beyond an edge are smaller; the others are alike.
    int inner = Math.min(radius, width);
    int end = Math.max(inner, width - radius);
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(height, y + radius + 1);
      int above = top * stride;
      int below = bottom * stride;
      double area = (bottom - top) * (2 * radius + 1);
      for (int x = inner; x < end; x++) {
        double sum = sum(sums, above, below, x - radius, x + radius + 1);
        without[y * width + x] = (float) (luminance[y * width + x] - sum / area);
      }
      for (int i = 0; i < inner + width - end; i++) {
        int x = i < inner ? i : i - inner + end;
        int left = Math.max(0, x - radius);
        int right = Math.min(width, x + radius + 1);
        double mean = sum(sums, above, below, left, right) / ((bottom - top) * (right - left));
        without[y * width + x] = (float) (luminance[y * width + x] - mean);
      }
    }
    return without;
  }

  private static double sum(double[] sums, int above, int below, int left, int right) {
    return sums[below + right] - sums[below + left] - sums[above + right] + sums[above + left];
  }

  /** Of the luminance above and to the left of every corner of a pixel. */
  double[] sums(int height, int width) {
    int stride = width + 1;
    var sums = new double[(height + 1) * stride];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += luminance[y * width + x];
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    return sums;
  }
}
