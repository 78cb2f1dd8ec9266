/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.DoubleBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Holds gradients of a scalar function to its central differences along random directions. In
 * double precision both agree to many digits, so that a slip in a single term shows.
 */
public final class GradientCheck {

  private static final int DIRECTIONS = 2;
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-5;

  private final Supplier<NDArray> function;
  private final Random random = new Random(5);

  /**
   * @param function makes a scalar from the arrays' present values
   */
  public GradientCheck(Supplier<NDArray> function) {
    this.function = function;
  }

  /** Checks the gradient by every array on its own. */
  public void each(Map<String, NDArray> arrays) {
    backward(arrays.values());
    arrays.forEach((key, array) -> hold(key, List.of(array)));
  }

  /** Checks the gradient by all arrays together, which takes a fraction of the time. */
  public void together(Collection<NDArray> arrays) {
    backward(arrays);
    hold("all parameters", List.copyOf(arrays));
  }

  private void backward(Collection<NDArray> arrays) {
    arrays.forEach(array -> array.setRequiresGradient(true));
    try (var collector = Engine.getInstance().newGradientCollector()) {
      var value = function.get();
      collectGarbage();
      collector.backward(value);
    }
  }

  /** What the backward pass needs must not hang on Java objects that nobody holds any more. */
  private static void collectGarbage() {
    System.gc();
    try {
      Thread.sleep(100); // freeing is another thread's work
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void hold(String name, List<NDArray> arrays) {
    var values = arrays.stream().map(NDArray::toDoubleArray).toList();
    for (int i = 0; i < DIRECTIONS; i++) {
      var direction =
          values.stream().map(value -> random.doubles(value.length, -1, 1).toArray()).toList();
      double actual = 0;
      for (int k = 0; k < arrays.size(); k++) {
        actual += dot(gradient(arrays.get(k)), direction.get(k));
      }
      double above = at(arrays, values, direction, STEP);
      double below = at(arrays, values, direction, -STEP);
      double expected = (above - below) / (2 * STEP);
      assertThat(actual)
          .as("derivative with respect to %s", name)
          .isCloseTo(expected, within(TOLERANCE * (1 + Math.abs(expected))));
    }
    at(arrays, values, values, 0);
  }

  /** Zeros, of whatever type the engine gives them, where an array took no part. */
  private static double[] gradient(NDArray array) {
    return array.getGradient().toType(DataType.FLOAT64, false).toDoubleArray();
  }

  private double at(
      List<NDArray> arrays, List<double[]> values, List<double[]> direction, double step) {
    for (int k = 0; k < arrays.size(); k++) {
      var moved = values.get(k).clone();
      for (int j = 0; j < moved.length; j++) {
        moved[j] += step * direction.get(k)[j];
      }
      arrays.get(k).set(DoubleBuffer.wrap(moved));
    }
    return function.get().getDouble();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
