/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import sc.fiji.sparsevit.help.Choices;

/** The numbers to compute with, as the user chooses them. */
public enum PrecisionChoice {
  /** 32 bits: a result means the same on every machine. */
  FLOAT32,
  /** 16 bits if the processor supports it, otherwise 32. */
  AUTO;

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static PrecisionChoice of(String name) {
    return Choices.of(PrecisionChoice.class, "precision", name);
  }

  @Override
  public String toString() {
    return Choices.name(this);
  }
}
