/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.util.Locale;

/** The numbers a script computes with; its input and output are always float32. */
enum ScriptPrecision {
  FLOAT32(6, "FloatStorage", 1e-4),
  /** On CPUs that multiply it natively. */
  BFLOAT16(15, "BFloat16Storage", 0.02),
  /** On GPUs. */
  FLOAT16(5, "HalfStorage", 0.005);

  private final int scalarType;
  private final String storage;
  private final double tolerance;

  ScriptPrecision(int scalarType, String storage, double tolerance) {
    this.scalarType = scalarType;
    this.storage = storage;
    this.tolerance = tolerance;
  }

  /** PyTorch's number of the type, as scripts name it. */
  int scalarType() {
    return scalarType;
  }

  /** PyTorch's name of a storage of the type. */
  String storage() {
    return storage;
  }

  /**
   * How far the same product may differ between two ways of computing it, of its largest number.
   */
  double tolerance() {
    return tolerance;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
