/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import sc.fiji.sparsevit.help.Choices;

/** Where the user wants the network computed. */
public enum DeviceChoice {
  /** A CUDA device when one works, else the CPU. */
  AUTO,
  CPU,
  /** A CUDA device; when none works, the CPU with a warning. */
  GPU;

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static DeviceChoice of(String name) {
    return Choices.of(DeviceChoice.class, "device", name);
  }

  @Override
  public String toString() {
    return Choices.name(this);
  }
}
