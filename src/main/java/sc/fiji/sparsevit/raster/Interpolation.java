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
    var seen = new float[picture.width()];
    var wider = columns.widened(picture.width());
    for (int c = 0; c < RgbRaster.CHANNELS; c++) {
      var lines = new RecentRows(picture, c, rows.count);
      for (int y = 0; y < height; y++) {
        lines.sum(rows, y, seen);
        columns.widen(seen, wider);
        columns.along(wider, made, 0);
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

  private static FloatPlane resize(FloatPlane plane, Taps columns, Taps rows) {
    var resized = new FloatPlane(columns.length(), rows.length());
    var seen = new float[plane.width()];
    var wider = columns.widened(plane.width());
    for (int y = 0; y < rows.length(); y++) {
      Arrays.fill(seen, 0);
      for (int tap = 0; tap < rows.count; tap++) {
        plane.addRow(
            rows.position(y, tap, plane.height()), rows.weights[y * rows.count + tap], seen);
      }
      columns.widen(seen, wider);
      columns.along(wider, resized.values(), y * resized.width());
    }
    return resized;
  }

  private Taps taps(int length, int newLength) {
    double step = (double) length / newLength;
    boolean averages = step > 1 && this != BILINEAR;
    double stretch = averages ? step : 1;
    double reach = averages && this == AREA ? (step + 1) / 2 : radius * stretch;
    int count = 2 * (int) Math.ceil(reach);
    var firsts = new int[newLength];
    var weights = new float[newLength * count];
    for (int i = 0; i < newLength; i++) {
      double center = (i + 0.5) * step - 0.5;
      int first = (int) Math.floor(center) - count / 2 + 1;
      firsts[i] = first;
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
        weights[i * count + k] = (float) (exact[k] / sum);
      }
    }
    return new Taps(count, firsts, weights);
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** The whole number of pixels that a side comes to, at least one. */
  public static int length(double exact) {
    return Math.max(1, (int) Math.round(exact));
  }

  /**
   * For every output position, the same even number of neighboring input positions with their
   * weights. Two, four, and six are so common that they have loops of their own, which are twice as
   * fast.
   *
   * @param firsts the first input position; it may lie outside, where the edge is repeated
   */
  private record Taps(int count, int[] firsts, float[] weights) {

    int length() {
      return firsts.length;
    }

    int position(int output, int tap, int inputLength) {
      return FloatPlane.clamp(firsts[output] + tap, inputLength);
    }

    /** Room for a row of a length with its edges repeated. */
    float[] widened(int inputLength) {
      return new float[inputLength + 2 * count];
    }

    void widen(float[] row, float[] wider) {
      Arrays.fill(wider, 0, count, row[0]);
      System.arraycopy(row, 0, wider, count, row.length);
      Arrays.fill(wider, count + row.length, wider.length, row[row.length - 1]);
    }

    /** Writes a widened row at its new length, from an index on. */
    void along(float[] wider, float[] into, int from) {
      switch (count) {
        case 2 -> two(wider, into, from);
        case 4 -> four(wider, into, from);
        case 6 -> six(wider, into, from);
        default -> any(wider, into, from);
      }
    }

    private void two(float[] row, float[] into, int from) {
      for (int x = 0; x < firsts.length; x++) {
        int i = firsts[x] + 2;
        into[from + x] = weights[2 * x] * row[i] + weights[2 * x + 1] * row[i + 1];
      }
    }

    private void four(float[] row, float[] into, int from) {
      for (int x = 0; x < firsts.length; x++) {
        int i = firsts[x] + 4;
        int tap = 4 * x;
        into[from + x] =
            weights[tap] * row[i]
                + weights[tap + 1] * row[i + 1]
                + weights[tap + 2] * row[i + 2]
                + weights[tap + 3] * row[i + 3];
      }
    }

    private void six(float[] row, float[] into, int from) {
      for (int x = 0; x < firsts.length; x++) {
        int i = firsts[x] + 6;
        int tap = 6 * x;
        into[from + x] =
            weights[tap] * row[i]
                + weights[tap + 1] * row[i + 1]
                + weights[tap + 2] * row[i + 2]
                + weights[tap + 3] * row[i + 3]
                + weights[tap + 4] * row[i + 4]
                + weights[tap + 5] * row[i + 5];
      }
    }

    private void any(float[] row, float[] into, int from) {
      for (int x = 0; x < firsts.length; x++) {
        int i = firsts[x] + count;
        float sum = 0;
        for (int tap = x * count; tap < (x + 1) * count; tap += 2, i += 2) {
          sum = sum + weights[tap] * row[i] + weights[tap + 1] * row[i + 1];
        }
        into[from + x] = sum;
      }
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

    /** The weighted sum of the rows that a row of the result is made of. */
    void sum(Taps taps, int output, float[] into) {
      int tap = output * taps.count;
      for (int k = 0; k < taps.count; k += 2) {
        if (k > 0 && taps.weights[tap + k] == 0 && taps.weights[tap + k + 1] == 0) {
          continue;
        }
        float[] one = row(taps.position(output, k, picture.height()));
        float[] two = row(taps.position(output, k + 1, picture.height()));
        if (k == 0) {
          set(one, taps.weights[tap], two, taps.weights[tap + 1], into);
        } else {
          add(one, taps.weights[tap + k], two, taps.weights[tap + k + 1], into);
        }
      }
    }

    private static void set(
        float[] one, float oneWeight, float[] two, float twoWeight, float[] into) {
      for (int x = 0; x < into.length; x++) {
        into[x] = oneWeight * one[x] + twoWeight * two[x];
      }
    }

    private static void add(
        float[] one, float oneWeight, float[] two, float twoWeight, float[] into) {
      for (int x = 0; x < into.length; x++) {
        into[x] = into[x] + oneWeight * one[x] + twoWeight * two[x];
      }
    }

    private float[] row(int number) {
      int slot = number % rows.length;
      if (numbers[slot] != number) {
        picture.getRow(channel, number, rows[slot]);
        numbers[slot] = number;
      }
      return rows[slot];
    }
  }
}
