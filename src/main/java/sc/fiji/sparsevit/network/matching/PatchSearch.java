/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Guesses, for every token, where in its image something looks like it: compares the 24x24 pixels
 * around it with those around every eighth pixel of every fourth row. What is compared is the low
 * frequencies of the patch's cosine transform without its brightness, at length 1.
 */
final class PatchSearch {

  /** Cells along the side of a patch. */
  private static final int SIDE = 6;

  private static final int LUMINANCE_FREQUENCIES = 14;
  private static final int COLOR_FREQUENCIES = 5;
  private static final double COLOR_WEIGHT = 2;

  /** Keeps patches without structure short, in gray levels squared. */
  private static final float NOISE = 1;

  /** Pixels between places that are analyzed, from left to right; from row to row a cell. */
  private static final int ACROSS = 2 * Planes.CELL;

  /** Rows of tokens that are asked together. */
  private static final int ROWS_AT_ONCE = 4;

  /** Takes a place out of the running: two vectors of length 1 have at most the product 1. */
  private static final float EXCLUDED = -4;

  /** Rows of a matrix that are left to Java, as calling PyTorch for them would take longer. */
  private static final int FEW_ROWS = 3;

  private static final float[] FILTERS = filters();

  private PatchSearch() {}

  /**
   * The guesses for one image's tokens, down and right, in pixels; 0, 0 where none was made.
   *
   * @param cells (3, height / Planes.CELL, width / Planes.CELL)
   */
  static int[][] shifts(float[] cells, int height, int width, NDManager parent) {
    try (var manager = parent.newSubManager()) {
      var grid = new Shape(1, 3, height / Planes.CELL, width / Planes.CELL);
      return shifts(vectors(manager.create(FloatBuffer.wrap(cells), grid)), manager);
    }
  }

  private static int[][] shifts(NDArray vectors, NDManager manager) {
    int rows = (int) vectors.getShape().get(0);
    int columns = (int) vectors.getShape().get(1);
    int length = (int) vectors.getShape().get(2);
    // Patches around tokens' centers are every second one in both directions. Asked are those of
    // every second column of tokens: neighbors hear of what they find.
    int tokenRows = rows / 2 + 1;
    int tokenColumns = columns / 2 + 1;
    int gridColumns = tokenColumns + 2;
    int asked = columns / 4 + 1;
    var searched = vectors.get(new NDIndex(":,::2")).duplicate();
    var all = searched.transpose(1, 0, 2).reshape(-1, length);
    var places = new Places(searched.toFloatArray(), tokenColumns, length);
    int reach = ShiftField.LEAST_SHIFT / Planes.CELL;
    var surroundings = surroundings(manager, asked, tokenColumns, reach);
    int[] down = new int[(tokenRows + 2) * gridColumns];
    int[] right = new int[down.length];
    for (int first = 0; first < tokenRows; first += ROWS_AT_ONCE) {
      int end = Math.min(tokenRows, first + ROWS_AT_ONCE);
      try (var scratch = manager.newSubManager()) {
        var own = vectors.get(new NDIndex("{}:{}:2,::4", 2 * first, 2 * end - 1));
        own.attach(scratch);
        int count = (end - first) * asked;
        var grid =
            all.matMul(own.reshape(count, length).transpose())
                .reshape(tokenColumns, rows, end - first, asked);
        int top = 2 * first - reach + 1;
        int from = Math.max(0, top);
        int to = Math.min(rows, 2 * end - 2 + reach);
        grid.get(new NDIndex(":,{}:{}", from, to))
            .addi(surroundings.get(new NDIndex(":,{}:{},:{}", from - top, to - top, end - first)));
        // The highest of each row of places first: an argument of the maximum costs ten times that.
        float[] rowBest = highest(grid.reshape(tokenColumns, -1));
        for (int i = 0; i < count; i++) {
          int row = first + i / asked;
          int column = 2 * (i % asked);
          int bestRow = highest(rowBest, i, count);
          int bestColumn = places.bestInRow(bestRow, 2 * row, column);
          int token = (row + 1) * gridColumns + column + 1;
          down[token] = (bestRow - 2 * row) * Planes.CELL;
          right[token] = (bestColumn - column) * ACROSS;
        }
      }
    }
    return new int[][] {down, right};
  }

  /** Multiply-accumulates of {@link #shifts}. */
  static long products(int height, int width) {
    long rows = height / Planes.CELL - SIDE + 1;
    long columns = width / Planes.CELL - SIDE + 1;
    long asked = (rows / 2 + 1) * (columns / 4 + 1);
    long searched = rows * (columns / 2 + 1);
    return filterCount() * (rows * columns * 3 * SIDE * SIDE + searched * asked);
  }

  /**
   * The highest value of each column. PyTorch would look for where it is, too, one value at a time;
   * halves compared with each other take a quarter of the time on a processor.
   */
  private static float[] highest(NDArray rows) {
    if (rows.getDevice().isGpu()) {
      return rows.max(new int[] {0}).toFloatArray();
    }
    var left = rows;
    long count = rows.getShape().get(0);
    while (count > FEW_ROWS) {
      // The one in the middle, if there is one, is compared with itself.
      long half = (count + 1) / 2;
      left = left.get(new NDIndex("0:{}", half)).maximum(left.get(new NDIndex("{}:", count / 2)));
      count = half;
    }
    float[] few = left.toFloatArray();
    var highest = Arrays.copyOf(few, few.length / (int) count);
    for (int i = highest.length; i < few.length; i++) {
      int column = i % highest.length;
      highest[column] = Math.max(highest[column], few[i]);
    }
    return highest;
  }

  /** The row of the highest value in a column of a matrix. */
  private static int highest(float[] values, int column, int columns) {
    int best = column;
    for (int i = column; i < values.length; i += columns) {
      best = values[i] > values[best] ? i : best;
    }
    return best / columns;
  }

  /** The vectors of all places, row by row. */
  private record Places(float[] vectors, int columns, int length) {

    /** The column in a row of places that is most like a place elsewhere. */
    int bestInRow(int row, int ownRow, int ownColumn) {
      int own = (ownRow * columns + ownColumn) * length;
      boolean near = Math.abs(row - ownRow) * Planes.CELL < ShiftField.LEAST_SHIFT;
      int best = 0;
      float highest = Float.NEGATIVE_INFINITY;
      for (int column = 0; column < columns; column++) {
        boolean self = Math.abs(column - ownColumn) * ACROSS < ShiftField.LEAST_SHIFT;
        float likeness = near && self ? EXCLUDED : product(own, (row * columns + column) * length);
        if (likeness > highest) {
          highest = likeness;
          best = column;
        }
      }
      return best;
    }

    private float product(int one, int other) {
      float sum = 0;
      for (int i = 0; i < length; i++) {
        sum += vectors[one + i] * vectors[other + i];
      }
      return sum;
    }
  }

  /** Of every patch that fits into the image, (rows, columns, frequencies). */
  private static NDArray vectors(NDArray cells) {
    var filters =
        cells
            .getManager()
            .create(FloatBuffer.wrap(FILTERS), new Shape(filterCount(), 3, SIDE, SIDE));
    var raw = cells.getDevice().isGpu() ? product(cells, filters) : convolution(cells, filters);
    var length = raw.square().sum(new int[] {2}, true).add(NOISE).sqrt();
    return raw.div(length);
  }

  /** (rows, columns, frequencies). */
  static NDArray convolution(NDArray cells, NDArray filters) {
    return Conv2d.conv2d(cells, filters).singletonOrThrow().squeeze(0).transpose(1, 2, 0);
  }

  /**
   * The same as one product of matrices: convolutions on a GPU round to 10 bits (TF32) before they
   * multiply, and other places than on the CPU would be found.
   */
  static NDArray product(NDArray cells, NDArray filters) {
    var grid = cells.squeeze(0);
    long rows = grid.getShape().get(1) - SIDE + 1;
    long columns = grid.getShape().get(2) - SIDE + 1;
    var shifted = new NDList();
    for (int i = 0; i < SIDE * SIDE; i++) {
      int down = i / SIDE;
      int right = i % SIDE;
      shifted.add(
          grid.get(new NDIndex(":,{}:{},{}:{}", down, down + rows, right, right + columns)));
    }
    // (36, 3, rows, columns) to (rows * columns, 3 * 36), as the filters have it.
    var patches =
        NDArrays.stack(shifted).transpose(2, 3, 1, 0).reshape(rows * columns, 3L * SIDE * SIDE);
    return patches
        .matMul(filters.reshape(filterCount(), 3L * SIDE * SIDE).transpose())
        .reshape(rows, columns, filterCount());
  }

  /**
   * What keeps the tokens of some rows off their own surroundings, from the first row of places
   * near the first of them on: (columns, rows of places, rows of tokens, asked).
   */
  private static NDArray surroundings(NDManager manager, int asked, int columns, int reach) {
    int height = 2 * (ROWS_AT_ONCE + reach) - 3;
    int aside = (ShiftField.LEAST_SHIFT - 1) / ACROSS;
    var near = new float[columns * height * ROWS_AT_ONCE * asked];
    for (int token = 0; token < asked; token++) {
      int last = Math.min(columns - 1, 2 * token + aside);
      for (int place = Math.max(0, 2 * token - aside); place <= last; place++) {
        for (int row = 0; row < ROWS_AT_ONCE; row++) {
          for (int placeRow = 2 * row; placeRow < 2 * (row + reach) - 1; placeRow++) {
            near[((place * height + placeRow) * ROWS_AT_ONCE + row) * asked + token] = EXCLUDED;
          }
        }
      }
    }
    return manager.create(near, new Shape(columns, height, ROWS_AT_ONCE, asked));
  }

  private static int filterCount() {
    return LUMINANCE_FREQUENCIES + 2 * COLOR_FREQUENCIES;
  }

  /** (frequencies, 3, SIDE, SIDE): each for one of the three planes. */
  static float[] filters() {
    var lowestFirst =
        IntStream.range(1, SIDE * SIDE)
            .mapToObj(i -> new Frequency(i / SIDE, i % SIDE))
            .sorted(Comparator.comparingInt(Frequency::square))
            .toList();
    int area = SIDE * SIDE;
    var filters = new float[filterCount() * 3 * area];
    int filter = 0;
    for (int plane = 0; plane < 3; plane++) {
      int count = plane == 0 ? LUMINANCE_FREQUENCIES : COLOR_FREQUENCIES;
      double weight = plane == 0 ? 1 : COLOR_WEIGHT;
      for (var frequency : lowestFirst.subList(0, count)) {
        for (int i = 0; i < area; i++) {
          filters[(filter * 3 + plane) * area + i] =
              (float) (weight * frequency.at(i / SIDE, i % SIDE));
        }
        filter++;
      }
    }
    return filters;
  }

  /** A wave of the cosine transform; faster ones, which are fainter in pictures, count for more. */
  private record Frequency(int vertical, int horizontal) {
    int square() {
      return vertical * vertical + horizontal * horizontal;
    }

    double at(int row, int column) {
      return wave(vertical, row) * wave(horizontal, column) * Math.pow(square(), 0.25);
    }

    private static double wave(int frequency, int position) {
      double scale = Math.sqrt((frequency == 0 ? 1.0 : 2.0) / SIDE);
      return scale * Math.cos(Math.PI * (position + 0.5) * frequency / SIDE);
    }
  }
}
