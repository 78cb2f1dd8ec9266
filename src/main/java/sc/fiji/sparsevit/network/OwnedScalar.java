/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Numbers that may take part in a gradient. DJL's own operations with a number, such as {@code
 * mul(3)}, lay a tensor over a Java buffer and drop it at once; the backward pass reads that tensor
 * again, and once the garbage collector has run in between it reads freed memory: wrong gradients
 * without an error. Here the engine owns the number.
 */
public final class OwnedScalar {

  private OwnedScalar() {}

  /** A number of the type and on the device of another array, for an operation with it. */
  public static NDArray of(double value, NDArray beside) {
    return beside.getManager().full(new Shape(), (float) value, beside.getDataType());
  }

  /** Several numbers, in row-major order, likewise. */
  static NDArray of(float[] values, Shape shape, NDArray beside) {
    // Of the same type, toType would be another view of the same buffer, whatever it is told.
    try (var overJavaBuffer = beside.getManager().create(values, shape);
        var sameType = overJavaBuffer.toType(beside.getDataType(), false)) {
      return sameType.duplicate();
    }
  }
}
