/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.util.Arrays;

/**
 * A constant of the script: weights after folding.
 *
 * @param shape its dimensions
 * @param values in row-major order
 */
record ScriptTensor(long[] shape, float[] values) {

  static ScriptTensor of(WeightSource weights, String key) {
    return new ScriptTensor(weights.shape(key), weights.values(key));
  }

  /** Values that belong to one output each. */
  int outputs() {
    return (int) shape[0];
  }

  /** How many values one output has. */
  int perOutput() {
    return values.length / outputs();
  }

  /** The same values in another shape. */
  ScriptTensor as(long... other) {
    return new ScriptTensor(other, values);
  }

  /** Every value times a number. */
  ScriptTensor times(float factor) {
    var product = values.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] *= factor;
    }
    return new ScriptTensor(shape, product);
  }

  /** All values of output o times {@code factors[o]}. */
  ScriptTensor timesPerOutput(float[] factors) {
    var product = values.clone();
    int each = perOutput();
    for (int o = 0; o < factors.length; o++) {
      for (int i = o * each; i < (o + 1) * each; i++) {
        product[i] *= factors[o];
      }
    }
    return new ScriptTensor(shape, product);
  }

  ScriptTensor plus(float[] others) {
    var sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += others[i];
    }
    return new ScriptTensor(shape, sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScriptTensor t
        && Arrays.equals(shape, t.shape)
        && Arrays.equals(values, t.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
