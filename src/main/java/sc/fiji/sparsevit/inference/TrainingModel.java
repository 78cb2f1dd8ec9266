/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import sc.fiji.sparsevit.network.Features;
import sc.fiji.sparsevit.network.matching.Matches;

/** Runs a network forward in training, so that gradients flow back to its parameters. */
public interface TrainingModel extends AutoCloseable {

  /**
   * What a pass came to, in float32.
   *
   * @param logits per token, (N, 1, H/16, W/16)
   * @param features that they were made from
   */
  record ForwardPass(NDArray logits, Features features) {}

  /**
   * In training mode: running statistics are updated, branches are dropped.
   *
   * @param store its manager gets the arrays
   * @param images normalized, (N, 3, H, W)
   * @param matches what occurs twice in the images, where {@link #takesMatches}; else null
   */
  ForwardPass forward(ParameterStore store, NDArray images, Matches matches);

  /** Whether somebody else looks for what occurs twice; otherwise the network does, if it does. */
  boolean takesMatches();

  /** The device that computes, and the shortest numbers it computes with: {@code cpu, bfloat16}. */
  String device();

  @Override
  void close();
}
