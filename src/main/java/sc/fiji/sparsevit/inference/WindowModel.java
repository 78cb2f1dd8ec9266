/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/** A network with its weights, as inference needs it. Calls from several threads are allowed. */
public interface WindowModel extends AutoCloseable {

  /** What the network wants to be shown. */
  Window window();

  /** What computes a look: this, or weights that were trained for it. */
  default WindowModel seeing(Look look) {
    return this;
  }

  /**
   * @param images normalized as {@link #window} says, (N, 3, height, width)
   * @return probabilities 0-1, (N, height, width)
   */
  float[] probabilities(float[] images, int n, int height, int width);

  /** How many windows are best computed together; those of large images are. */
  default int windowsAtOnce() {
    return 1;
  }

  /** The device that computes, and the numbers it computes with: {@code cpu, float32}. */
  String device();

  @Override
  void close();
}
