/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import java.util.Arrays;

/**
 * Interpolation kernels of common software, half-pixel centers. All but {@link #BILINEAR} widen
 * when they shrink, so that they average; bilinear then drops pixels, as OpenCV's does.
 */
public enum Interpolation {
  BILINEAR(1) {
    @Override
    double weight(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  BICUBIC(2) {
    @Override
    double weight(double x) {
      double d = Math.abs(x);
      return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((2.5 - 0.5 * d) * d - 4) * d + 2 : 0;
    }
  },
  /** Pixel areas when shrinking, bilinear when enlarging. */
  AREA(1) {
    @Override
    double weight(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  LANCZOS(3) {
    @Override
    double weight(double x) {
      return Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0;
    }
  };

  private final int radius;

  Interpolation(int radius) {
    this.radius = radius;
  }

  abstract double weight(double x);

  /** The picture at another size, rounded to 8 bits; factors need not be equal in x and y. */
  public RgbRaster resize(RgbRaster picture, int width, int height) {
    if (width == picture.width() && height == picture.height()) {
      return picture;
    }
    var columns = taps(picture.width(), width);
    var rows = taps(picture.height(), height);
    var resized = new RgbRaster(width, height);
    var made = new float[width];
    for (int c = 0; c < RgbRaster.CHANNELS; c++) {
      var lines = new RecentRows(picture, c, rows.count);
      var seen = new float[picture.width()];
      for (int y = 0; y < height; y++) {
        Arrays.fill(seen, 0);
        for (int tap = y * rows.count; tap < (y + 1) * rows.count; tap++) {
          lines.add(rows.positions[tap], rows.weights[tap], seen);
        }
        columns.along(seen, made, 0);
        resized.setRow(c, y, made);
      }
    }
    return resized;
  }

  /** The plane at another size. */
  public FloatPlane resize(FloatPlane plane, int width, int height) {
    return resize(plane, taps(plane.width(), width), taps(plane.height(), height));
  }

  /** How many pixels in a row, and how many rows, the value between pixels is made of. */
  int reach() {
    return 2 * radius;
  }

  /** The first of the pixels that the value at a position is made of. */
  int first(double position) {
    return (int) Math.floor(position) - radius + 1;
  }

  /** The value between pixels; (0, 0) is the center of the first one, edges are repeated. */
  public float sample(FloatPlane plane, double x, double y) {
    int left = (int) Math.floor(x) - radius + 1;
    int top = (int) Math.floor(y) - radius + 1;
    double sum = 0;
    double weights = 0;
    for (int row = top; row < top + 2 * radius; row++) {
      double weightY = weight(row - y);
      int from = FloatPlane.clamp(row, plane.height()) * plane.width();
      for (int column = left; column < left + 2 * radius; column++) {
        double weight = weightY * weight(column - x);
        sum += weight * plane.values()[from + FloatPlane.clamp(column, plane.width())];
        weights += weight;
      }
    }
    return (float) (sum / weights);
  }

  private static FloatPlane resize(FloatPlane plane, Taps columns, Taps rows) {
    var resized = new FloatPlane(columns.length(), rows.length());
    var seen = new float[plane.width()];
    for (int y = 0; y < rows.length(); y++) {
      Arrays.fill(seen, 0);
      for (int tap = y * rows.count; tap < (y + 1) * rows.count; tap++) {
        plane.addRow(rows.positions[tap], rows.weights[tap], seen);
      }
      columns.along(seen, resized.values(), y * resized.width());
    }
    return resized;
  }

  private Taps taps(int length, int newLength) {
    double step = (double) length / newLength;
    boolean averages = step > 1 && this != BILINEAR;
    double stretch = averages ? step : 1;
    double reach = averages && this == AREA ? (step + 1) / 2 : radius * stretch;
    int count = 2 * (int) Math.ceil(reach);
    var positions = new int[newLength * count];
    var weights = new float[newLength * count];
    for (int i = 0; i < newLength; i++) {
      double center = (i + 0.5) * step - 0.5;
      int first = (int) Math.floor(center) - count / 2 + 1;
      double sum = 0;
      var exact = new double[count];
      for (int k = 0; k < count; k++) {
        double distance = first + k - center;
        exact[k] =
            averages && this == AREA
                ? Math.max(0, Math.min(1, reach - Math.abs(distance)))
                : weight(distance / stretch);
        sum += exact[k];
      }
      for (int k = 0; k < count; k++) {
        positions[i * count + k] = FloatPlane.clamp(first + k, length);
        weights[i * count + k] = (float) (exact[k] / sum);
      }
    }
    return new Taps(count, positions, weights);
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** The whole number of pixels that a side comes to, at least one. */
  public static int length(double exact) {
    return Math.max(1, (int) Math.round(exact));
  }

  /**
   * For every output position, the same even number of input positions with their weights. Two and
   * four are so common that they have loops of their own, which are twice as fast.
   */
  private record Taps(int count, int[] positions, float[] weights) {

    int length() {
      return positions.length / count;
    }

    /** Writes a row at its new length, from an index on. */
    void along(float[] row, float[] into, int from) {
      int length = length();
      if (count == 2) {
        for (int x = 0; x < length; x++) {
          into[from + x] = first(row, 2 * x) + second(row, 2 * x);
        }
      } else if (count == 4) {
        for (int x = 0; x < length; x++) {
          float sum = first(row, 4 * x) + second(row, 4 * x);
          into[from + x] = sum + first(row, 4 * x + 2) + second(row, 4 * x + 2);
        }
      } else {
        for (int x = 0; x < length; x++) {
          float sum = 0;
          for (int tap = x * count; tap < (x + 1) * count; tap += 2) {
            sum = sum + first(row, tap) + second(row, tap);
          }
          into[from + x] = sum;
        }
      }
    }

    private float first(float[] row, int tap) {
      return weights[tap] * row[positions[tap]];
    }

    private float second(float[] row, int tap) {
      return weights[tap + 1] * row[positions[tap + 1]];
    }
  }

  /** Rows of a channel as numbers: neighboring rows of the result are made of the same ones. */
  private static final class RecentRows {

    private final RgbRaster picture;
    private final int channel;
    private final float[][] rows;
    private final int[] numbers;

    RecentRows(RgbRaster picture, int channel, int count) {
      this.picture = picture;
      this.channel = channel;
      rows = new float[count][picture.width()];
      numbers = new int[count];
      Arrays.fill(numbers, -1);
    }

    /** Adds a multiple of a row to other values. */
    void add(int number, float weight, float[] to) {
      if (weight == 0) {
        return;
      }
      int slot = number % rows.length;
      float[] row = rows[slot];
      if (numbers[slot] != number) {
        picture.getRow(channel, number, row);
        numbers[slot] = number;
      }
      for (int x = 0; x < row.length; x++) {
        to[x] += weight * row[x];
      }
    }
  }
}
