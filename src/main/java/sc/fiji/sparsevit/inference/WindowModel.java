/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/** A network with its weights, as inference needs it. Calls from several threads are allowed. */
public interface WindowModel extends AutoCloseable {

  /** Height and width of every window must be multiples of this many pixels. */
  int multiple();

  /**
   * @param images normalized, (N, 3, height, width)
   * @return probabilities 0-1, (N, height, width)
   */
  float[] probabilities(float[] images, int n, int height, int width);

  /** The device that computes, and the numbers it computes with: {@code cpu, float32}. */
  String device();

  @Override
  void close();
}
