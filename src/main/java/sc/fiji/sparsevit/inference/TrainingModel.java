/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import sc.fiji.sparsevit.network.Features;

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
   * What a pass takes: the images, and what is found out about them that does not hang on weights.
   * Another thread may ask for it while a pass runs.
   *
   * @param images normalized, (N, 3, H, W), on any device
   * @param manager of the device that computes; gets the arrays
   */
  NDList prepare(NDArray images, NDManager manager);

  /**
   * In training mode: running statistics are updated, branches are dropped.
   *
   * @param store its manager gets the arrays
   * @param prepared as {@link #prepare} made it
   */
  ForwardPass forward(ParameterStore store, NDList prepared);

  /** The same numbers, on a manager's device and owned by it. */
  static NDList moved(NDList arrays, NDManager manager) {
    var moved = arrays.toDevice(manager.getDevice(), false);
    // Otherwise, tensors made next to them would be where they came from.
    moved.attach(manager);
    return moved;
  }

  /** Both in one. */
  default ForwardPass forward(ParameterStore store, NDArray images) {
    return forward(store, prepare(images, images.getManager()));
  }

  /** The device that computes, and the shortest numbers it computes with: {@code cpu, bfloat16}. */
  String device();

  @Override
  void close();
}
