/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchSearchTest {

  @Test
  void aGpuGetsTheVectorsThatTheCpuGets() {
    try (var manager = NDManager.newBaseManager()) {
      float[] filters = PatchSearch.filters();
      var kernels = manager.create(filters, new Shape(filters.length / 108, 3, 6, 6));
      var cells = manager.randomUniform(0, 255, new Shape(1, 3, 20, 31));

      float[] convolved = PatchSearch.convolution(cells, kernels).toFloatArray();
      float[] multiplied = PatchSearch.product(cells, kernels).toFloatArray();

      assertThat(multiplied).hasSize(15 * 26 * filters.length / 108);
      assertThat(multiplied).usingComparatorWithPrecision(0.05f).containsExactly(convolved);
    }
  }

  @ParameterizedTest
  @CsvSource({"120,168", "96,104", "136,128"})
  void everyGuessIsTheBestPlaceOutsideTheSurroundings(int height, int width) {
    try (var manager = NDManager.newBaseManager()) {
      var grid = new Shape(1, 3, height / 4, width / 4);
      var cells = manager.randomUniform(0, 255, grid);
      float[][][] vectors = vectors(cells, manager);

      int[][] shifts = PatchSearch.shifts(cells.toFloatArray(), height, width, manager);

      int gridColumns = vectors[0].length / 2 + 3;
      for (int row = 0; 2 * row < vectors.length; row++) {
        for (int column = 0; 2 * column < vectors[0].length; column += 2) {
          int token = (row + 1) * gridColumns + column + 1;
          int down = shifts[0][token];
          int right = shifts[1][token];
          assertThat(Math.max(Math.abs(down), Math.abs(right))).isGreaterThanOrEqualTo(32);
          assertThat(likeness(vectors, 2 * row, 2 * column, down / 4, right / 4))
              .isCloseTo(best(vectors, 2 * row, 2 * column), within(1e-5));
        }
      }
    }
  }

  private static float[][][] vectors(NDArray cells, NDManager manager) {
    float[] filters = PatchSearch.filters();
    var kernels = manager.create(filters, new Shape(filters.length / 108, 3, 6, 6));
    var raw = PatchSearch.convolution(cells, kernels);
    int rows = (int) raw.getShape().get(0);
    int columns = (int) raw.getShape().get(1);
    int length = (int) raw.getShape().get(2);
    float[] all = raw.toFloatArray();
    var vectors = new float[rows][columns][];
    for (int i = 0; i < rows * columns; i++) {
      var vector = Arrays.copyOfRange(all, i * length, (i + 1) * length);
      double square = 1;
      for (float value : vector) {
        square += value * value;
      }
      for (int k = 0; k < length; k++) {
        vector[k] /= (float) Math.sqrt(square);
      }
      vectors[i / columns][i % columns] = vector;
    }
    return vectors;
  }

  private static double best(float[][][] vectors, int row, int column) {
    double best = -1;
    for (int y = 0; y < vectors.length; y++) {
      for (int x = 0; x < vectors[0].length; x += 2) {
        boolean far = Math.max(Math.abs(y - row), Math.abs(x - column)) * 4 >= 32;
        best = far ? Math.max(best, likeness(vectors, row, column, y - row, x - column)) : best;
      }
    }
    return best;
  }

  private static double likeness(float[][][] vectors, int row, int column, int down, int right) {
    float[] one = vectors[row][column];
    float[] other = vectors[row + down][column + right];
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += one[k] * other[k];
    }
    return sum;
  }
}
