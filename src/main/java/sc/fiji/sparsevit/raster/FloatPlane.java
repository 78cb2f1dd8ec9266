/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

/**
 * One channel or one opacity map of a picture. The array is shared, not copied.
 *
 * @param width in pixels
 * @param height in pixels
 * @param values (height, width), row by row
 */
public record FloatPlane(int width, int height, float[] values) {

  /** Side of what is transposed at once, so that it stays in the cache of the processor. */
  private static final int TILE = 16;

  public FloatPlane {
    if (width < 1 || height < 1 || values.length != width * height) {
      throw new IllegalArgumentException(
          "a plane of " + width + "x" + height + " does not hold " + values.length + " values");
    }
  }

  /** A plane of zeros. */
  public FloatPlane(int width, int height) {
    this(width, height, new float[width * height]);
  }

  public float at(int x, int y) {
    return values[y * width + x];
  }

  public boolean contains(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height;
  }

  /** The part at (x, y) of the given size; positions outside repeat the nearest edge value. */
  public FloatPlane crop(int x, int y, int cropWidth, int cropHeight) {
    var part = new FloatPlane(cropWidth, cropHeight);
    for (int row = 0; row < cropHeight; row++) {
      int from = clamp(y + row, height) * width;
      for (int column = 0; column < cropWidth; column++) {
        part.values[row * cropWidth + column] = values[from + clamp(x + column, width)];
      }
    }
    return part;
  }

  /** This plane with zeros added on every side. */
  public FloatPlane padded(int margin) {
    var wider = new FloatPlane(width + 2 * margin, height + 2 * margin);
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          values, row * width, wider.values, (row + margin) * wider.width + margin, width);
    }
    return wider;
  }

  /** Left becomes right. */
  public FloatPlane mirrored() {
    var mirror = new FloatPlane(width, height);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        mirror.values[row * width + column] = values[row * width + width - 1 - column];
      }
    }
    return mirror;
  }

  /** Rows become columns. */
  public FloatPlane transposed() {
    var transposed = new FloatPlane(height, width);
    for (int top = 0; top < height; top += TILE) {
      for (int left = 0; left < width; left += TILE) {
        int bottom = Math.min(height, top + TILE);
        int right = Math.min(width, left + TILE);
        for (int column = left; column < right; column++) {
          for (int row = top; row < bottom; row++) {
            transposed.values[column * height + row] = values[row * width + column];
          }
        }
      }
    }
    return transposed;
  }

  /** Adds a multiple of a row to the values of another one. */
  void addRow(int row, float weight, float[] to) {
    if (weight == 0) {
      return;
    }
    int from = row * width;
    for (int i = 0; i < width; i++) {
      to[i] += weight * values[from + i];
    }
  }

  static int clamp(int position, int length) {
    return Math.max(0, Math.min(length - 1, position));
  }
}
