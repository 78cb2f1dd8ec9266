/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** Least squares of a few unknowns. */
final class NormalEquations {

  private static final double LARGEST_ASYMMETRY = 1e-6;
  private static final double LEAST_PIVOT = 1e-12;

  private final DecompositionSolver solver;

  private NormalEquations(DecompositionSolver solver) {
    this.solver = solver;
  }

  /**
   * Null if they do not determine the unknowns.
   *
   * @param products of the unknowns' coefficients, symmetric
   */
  static NormalEquations of(double[][] products) {
    try {
      var matrix = MatrixUtils.createRealMatrix(products);
      var roots = new CholeskyDecomposition(matrix, LARGEST_ASYMMETRY, LEAST_PIVOT);
      return new NormalEquations(roots.getSolver());
    } catch (NonPositiveDefiniteMatrixException e) {
      return null;
    }
  }

  /**
   * The unknowns.
   *
   * @param right products of the coefficients and what they are to give
   */
  double[] solve(double[] right) {
    return solver.solve(new ArrayRealVector(right, false)).toArray();
  }
}
