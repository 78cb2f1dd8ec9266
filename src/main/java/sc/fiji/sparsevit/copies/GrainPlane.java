/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * The grain of a picture's smooth areas, made equally strong everywhere; 0 where there is structure
 * that keypoints see, or nothing at all. Made tile by tile: of a large picture, one byte for each
 * pixel is all that is kept.
 */
final class GrainPlane {

  /** Bytes for a grain as strong as it is around. */
  private static final float UNIT = 50;

  private static final float LARGEST = 2.5f;

  /** Pixels around one in which the strength is measured. */
  private static final double AROUND = 6;

  /** Gray levels squared between which there is grain and nothing else. */
  private static final float LEAST_VARIANCE = 0.01f;

  private static final float MOST_VARIANCE = 12;

  /** Of quantization, gray levels squared. */
  private static final float ROUNDING = 0.05f;

  private static final int TILE = 768;

  /** Whole squares. */
  private static final int HALO = 24;

  private final int width;
  private final int height;
  private final byte[] values;

  private GrainPlane(int width, int height) {
    this.width = width;
    this.height = height;
    values = new byte[width * height];
  }

  static GrainPlane of(Luminance picture) {
    var plane = new GrainPlane(picture.width(), picture.height());
    for (int top = 0; top < plane.height; top += TILE) {
      for (int left = 0; left < plane.width; left += TILE) {
        plane.fill(picture, left, top);
      }
    }
    return plane;
  }

  private void fill(Luminance picture, int left, int top) {
    int fromX = Math.max(0, left - HALO);
    int fromY = Math.max(0, top - HALO);
    int w = Math.min(width, left + TILE + HALO) - fromX;
    int h = Math.min(height, top + TILE + HALO) - fromY;
    var levels = new float[w * h];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = picture.levels()[(fromY + i / w) * width + fromX + i % w] & 255;
    }
    float[] grain = GrainMatch.grain(levels, w, h);
    float[] units = units(grain, w, h);
    int columns = (w + Blur.SQUARE - 1) / Blur.SQUARE;
    for (int y = top; y < Math.min(height, top + TILE); y++) {
      int row = (y - fromY) / Blur.SQUARE * columns;
      for (int x = left; x < Math.min(width, left + TILE); x++) {
        float unit = units[row + (x - fromX) / Blur.SQUARE];
        float even = unit * grain[(y - fromY) * w + x - fromX];
        even = Math.max(-LARGEST * UNIT, Math.min(LARGEST * UNIT, even));
        values[y * width + x] = (byte) Math.round(even);
      }
    }
  }

  /** For each square of a blur what its grain is to be multiplied by; 0 if it is not smooth. */
  private static float[] units(float[] grain, int w, int h) {
    var squares = new float[grain.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = grain[i] * grain[i];
    }
    float[] variance = Blur.ofSquares(squares, w, h, AROUND);
    var units = new float[variance.length];
    for (int i = 0; i < units.length; i++) {
      if (variance[i] > LEAST_VARIANCE && variance[i] < MOST_VARIANCE) {
        units[i] = UNIT / (float) Math.sqrt(variance[i] + ROUNDING);
      }
    }
    return units;
  }

  /** Pixels of its smooth areas, but for those whose grain happens to be 0. */
  int count() {
    int count = 0;
    for (byte value : values) {
      count += value == 0 ? 0 : 1;
    }
    return count;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** 0 in what is no smooth area. */
  int at(int x, int y) {
    return values[y * width + x];
  }

  /** The mean product of two of these values, as of a grain as strong as it is around. */
  static double product(long sum, int count) {
    return sum / (double) UNIT / UNIT / Math.max(1, count);
  }
}
