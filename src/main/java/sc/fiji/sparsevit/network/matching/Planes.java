/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

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

  /** ImageNet's standard deviations, which normalised values are multiples of, in gray levels. */
  private static final float RED = 255 * 0.229f;

  private static final float GREEN = 255 * 0.224f;
  private static final float BLUE = 255 * 0.225f;

  /**
   * @param images normalised, (3, height, width) from an index on
   */
  static Planes of(float[] images, int from, int height, int width) {
    int pixels = height * width;
    int columns = width / CELL;
    int cellCount = height / CELL * columns;
    var luminance = new float[pixels];
    var cells = new float[3 * cellCount];
    float share = 1f / (CELL * CELL);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float red = RED * images[from + i];
        float green = GREEN * images[from + pixels + i];
        float blue = BLUE * images[from + 2 * pixels + i];
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

  /** A plane without its mean over the square of 2 radius + 1 pixels around every pixel. */
  static float[] withoutMean(float[] plane, int height, int width, int radius) {
    var across = new float[plane.length];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      double sum = 0;
      for (int x = -radius; x < width; x++) {
        sum += x + radius < width ? plane[row + x + radius] : 0;
        sum -= x - radius > 0 ? plane[row + x - radius - 1] : 0;
        if (x >= 0) {
          int count = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1;
          across[row + x] = (float) (sum / count);
        }
      }
    }
    var without = new float[plane.length];
    var sums = new double[width];
    for (int y = -radius; y < height; y++) {
      int enter = (y + radius) * width;
      int leave = (y - radius - 1) * width;
      int count = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
      for (int x = 0; x < width; x++) {
        sums[x] += enter < across.length ? across[enter + x] : 0;
        sums[x] -= leave >= 0 ? across[leave + x] : 0;
      }
      for (int x = 0; x < width && y >= 0; x++) {
        without[y * width + x] = (float) (plane[y * width + x] - sums[x] / count);
      }
    }
    return without;
  }
}
