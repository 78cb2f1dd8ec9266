/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import ai.djl.ndarray.NDArray;
import java.nio.Buffer;

/**
 * Puts numbers into an array that already exists, such as a parameter's. DJL's own {@code
 * NDArray.set} goes through a PyTorch function that prints a deprecation warning to the terminal of
 * every user, and leaves the array with Java's memory instead of memory of its own.
 */
public final class ArrayContent {
  private ArrayContent() {}

  /**
   * @param array keeps its shape, type, device and whether gradients are collected for it
   * @param numbers as many as the array has, of its type, in (N, C, H, W) order
   */
  public static void replace(NDArray array, Buffer numbers) {
    try (var given = array.getManager().create(numbers, array.getShape(), array.getDataType())) {
      copy(given, array);
    }
  }

  /**
   * @param from has the shape, type and device of {@code array}
   * @param array keeps whether gradients are collected for it
   */
  public static void copy(NDArray from, NDArray array) {
    boolean trained = array.hasGradient();
    array.intern(from.duplicate());
    if (trained) {
      array.setRequiresGradient(true);
    }
  }
}
