/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Spots of a picture, much denser than keypoints, and what the few pixels around them look like:
 * what is between one and two pixels wide has an extremum there.
 */
final class Spots {

  /** Pixels around a spot that are looked at. */
  static final int REACH = 6;

  /** Pixels from one sample to the next. */
  private static final int STEP = 2;

  private static final int SIDE = 2 * REACH / STEP + 1;
  private static final int SAMPLES = SIDE * SIDE;

  /** Pixels around a spot of which the fine structure is compared. */
  private static final int FINE = 4;

  private static final double NARROW = 1;
  private static final double WIDE = 1.6;

  /** Gray levels. */
  private static final float CONTRAST = 0.7f;

  /** Pixels of a square of which only so many spots are kept. */
  private static final int CELL = 32;

  private static final int MOST_IN_CELL = 16;

  /** Of one picture: large ones have fewer in each square. */
  private static final int MOST = 60_000;

  /** How nearly a direction is as good as the best one to count as well. */
  private static final double NEARLY = 0.9;

  private final int width;
  private final int height;
  private final float[] soft;
  private final float[] fine;
  private final int columns;

  /** For each square where its spots start. */
  private final int[] starts;

  /** The pixels of all spots, square by square. */
  private final int[] places;

  private final int[][] offsets;

  private Spots(Luminance picture) {
    width = picture.width();
    height = picture.height();
    offsets = offsets();
    var levels = new float[width * height];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = picture.levels()[i] & 255;
    }
    soft = Blur.of(levels, width, height, NARROW);
    float[] wide = Blur.of(soft, width, height, Math.sqrt(WIDE * WIDE - NARROW * NARROW));
    fine = Evidence.difference(soft, wide);
    columns = (width + CELL - 1) / CELL;
    int rows = (height + CELL - 1) / CELL;
    starts = new int[columns * rows + 1];
    int limit = Math.max(1, Math.min(MOST_IN_CELL, MOST / (columns * rows)));
    var kept = new int[columns * rows * limit];
    var extrema = new RowExtrema(width);
    var inCells = new long[columns][CELL * CELL];
    for (int row = 0; row < rows; row++) {
      int[] counts = find(row, extrema, inCells);
      for (int column = 0; column < columns; column++) {
        int cell = row * columns + column;
        int count = keep(inCells[column], counts[column], limit, kept, starts[cell]);
        starts[cell + 1] = starts[cell] + count;
      }
    }
    places = Arrays.copyOf(kept, starts[columns * rows]);
  }

  static Spots of(Luminance picture) {
    return new Spots(picture);
  }

  /**
   * The spots of a row of squares.
   *
   * @param into takes each square's: what is more contrast is less, and beside it the pixel
   * @return how many each square has
   */
  private int[] find(int row, RowExtrema extrema, long[][] into) {
    var counts = new int[columns];
    int bottom = Math.min(height - REACH, (row + 1) * CELL);
    for (int y = Math.max(REACH, row * CELL); y < bottom; y++) {
      int count = extrema.find(fine, y, REACH, width - REACH);
      for (int k = 0; k < count; k++) {
        int x = extrema.column(k);
        int i = y * width + x;
        if (isExtremum(i)) {
          int column = x / CELL;
          long weakness = Integer.MAX_VALUE - Float.floatToIntBits(Math.abs(fine[i]));
          into[column][counts[column]++] = weakness << 32 | i;
        }
      }
    }
    return counts;
  }

  /** Those of the highest contrast in a square. */
  private static int keep(long[] found, int size, int limit, int[] into, int start) {
    if (size > limit) {
      Arrays.sort(found, 0, size);
    }
    int count = Math.min(limit, size);
    for (int i = 0; i < count; i++) {
      into[start + i] = (int) found[i];
    }
    return count;
  }

  private boolean isExtremum(int i) {
    float sign = Math.copySign(1f, fine[i]);
    float top = Math.abs(fine[i]);
    return top >= CONTRAST
        && sign * fine[i - 1] <= top
        && sign * fine[i + 1] <= top
        && sign * fine[i - width] <= top
        && sign * fine[i + width] <= top
        && sign * fine[i - width - 1] <= top
        && sign * fine[i - width + 1] <= top
        && sign * fine[i + width - 1] <= top
        && sign * fine[i + width + 1] <= top;
  }

  int size() {
    return places.length;
  }

  int x(int spot) {
    return places[spot] % width;
  }

  int y(int spot) {
    return places[spot] / width;
  }

  boolean isBright(int spot) {
    return fine[places[spot]] > 0;
  }

  /** Those around a place, in squares that a distance reaches. */
  int[] around(int x, int y, int distance) {
    int firstColumn = Math.max(0, (x - distance) / CELL);
    int lastColumn = Math.min(columns - 1, (x + distance) / CELL);
    int firstRow = Math.max(0, (y - distance) / CELL);
    int lastRow = Math.min((height - 1) / CELL, (y + distance) / CELL);
    var around = new int[(lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) * MOST_IN_CELL];
    int count = 0;
    for (int row = firstRow; row <= lastRow; row++) {
      int from = starts[row * columns + firstColumn];
      int to = starts[row * columns + lastColumn + 1];
      for (int spot = from; spot < to; spot++) {
        around[count++] = spot;
      }
    }
    return Arrays.copyOf(around, count);
  }

  /**
   * What a spot looks like: a bit for each sample around it, 1 if it is brighter than their mean.
   *
   * @param turn how it is turned before that
   * @param bits a spot in a turned picture has these, other than in their order
   */
  record SpotSign(int spot, GridTurn turn, long bits) {}

  /**
   * A spot turned so that it is brightest to the right and down; also in other ways if these are
   * nearly as good.
   */
  List<SpotSign> signs(int spot) {
    var samples = new float[SAMPLES];
    float mean = 0;
    for (int i = 0; i < SAMPLES; i++) {
      samples[i] = soft[places[spot] + offsets[0][i]];
      mean += samples[i] / SAMPLES;
    }
    double slopeX = 0;
    double slopeY = 0;
    for (int i = 0; i < SAMPLES; i++) {
      slopeX += (i % SIDE - SIDE / 2) * samples[i];
      slopeY += (i / SIDE - SIDE / 2) * samples[i];
    }
    double best = 0;
    var rightness = new double[GridTurn.ALL.size()];
    for (int i = 0; i < rightness.length; i++) {
      var turn = GridTurn.ALL.get(i);
      // Most where what lies to the right and a little down in the turned spot is brightest
      rightness[i] =
          slopeX * (2.4 * turn.x(1, 0) + turn.x(0, 1))
              + slopeY * (2.4 * turn.y(1, 0) + turn.y(0, 1));
      best = Math.max(best, rightness[i]);
    }
    var signs = new ArrayList<SpotSign>();
    for (int i = 0; i < rightness.length; i++) {
      if (rightness[i] >= NEARLY * best) {
        var turn = GridTurn.ALL.get(i);
        long bits = 0;
        for (int k = 0; k < SAMPLES; k++) {
          bits = bits << 1 | (soft[places[spot] + offsets[i][k]] > mean ? 1 : 0);
        }
        signs.add(new SpotSign(spot, turn, bits));
      }
    }
    return signs;
  }

  /** For each turn and sample how many pixels after the spot it lies. */
  private int[][] offsets() {
    var all = new int[GridTurn.ALL.size()][SAMPLES];
    for (int i = 0; i < all.length; i++) {
      var turn = GridTurn.ALL.get(i);
      for (int sample = 0; sample < SAMPLES; sample++) {
        int right = (sample % SIDE - SIDE / 2) * STEP;
        int down = (sample / SIDE - SIDE / 2) * STEP;
        all[i][sample] = turn.y(right, down) * width + turn.x(right, down);
      }
    }
    return all;
  }

  /** Correlation of the fine structure around a spot with that around another pixel, turned. */
  double agreement(int spot, int x, int y, GridTurn turn) {
    if (x < FINE || y < FINE || x >= width - FINE || y >= height - FINE) {
      return -1;
    }
    float products = 0;
    float ones = 0;
    float others = 0;
    int right = turn.y(1, 0) * width + turn.x(1, 0);
    int down = turn.y(0, 1) * width + turn.x(0, 1);
    for (int dy = -FINE; dy <= FINE; dy++) {
      int from = places[spot] + dy * width - FINE;
      int to = y * width + x + dy * down - FINE * right;
      for (int dx = 0; dx <= 2 * FINE; dx++) {
        float one = fine[from + dx];
        float other = fine[to + dx * right];
        products += one * other;
        ones += one * one;
        others += other * other;
      }
    }
    return products / Math.sqrt((double) ones * others + 1e-9);
  }
}
