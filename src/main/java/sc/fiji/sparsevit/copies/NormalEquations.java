/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/** Least squares of a few unknowns, by Cholesky's decomposition. */
final class NormalEquations {

  private static final double LEAST_PIVOT = 1e-12;

  /** Upper triangle. */
  private final double[][] root;

  private NormalEquations(double[][] root) {
    this.root = root;
  }

  /**
   * Null if they do not determine the unknowns.
   *
   * @param products of the unknowns' coefficients; the upper triangle is read, and overwritten
   */
  static NormalEquations of(double[][] products) {
    int size = products.length;
    for (int i = 0; i < size; i++) {
      double[] row = products[i];
      if (row[i] <= LEAST_PIVOT) {
        return null;
      }
      row[i] = Math.sqrt(row[i]);
      double inverse = 1 / row[i];
      for (int j = size - 1; j > i; j--) {
        row[j] *= inverse;
        for (int k = j; k < size; k++) {
          products[j][k] -= row[j] * row[k];
        }
      }
    }
    return new NormalEquations(products);
  }

  /**
   * @param right products of the coefficients and what they are to give; takes the unknowns
   */
  void solve(double[] right) {
    for (int i = 0; i < root.length; i++) {
      right[i] /= root[i][i];
      for (int j = i + 1; j < root.length; j++) {
        right[j] -= right[i] * root[i][j];
      }
    }
    for (int i = root.length - 1; i >= 0; i--) {
      right[i] /= root[i][i];
      for (int j = 0; j < i; j++) {
        right[j] -= right[i] * root[j][i];
      }
    }
  }
}
