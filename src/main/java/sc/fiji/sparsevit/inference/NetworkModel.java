/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import sc.fiji.sparsevit.network.SparseVit;

/** Runs the network as it is defined, operation by operation: the form that others are held to. */
public final class NetworkModel implements WindowModel {

  private final NDManager manager;
  private final SparseVit network;

  /**
   * @param manager holds the network's arrays; closed with this model
   * @param network frozen, or every call would build a gradient graph
   */
  public NetworkModel(NDManager manager, SparseVit network) {
    this.manager = manager;
    this.network = network;
  }

  @Override
  public Window window() {
    return SparseVitWindow.of(network.config());
  }

  @Override
  public float[] probabilities(float[] images, int n, int height, int width) {
    return EngineContext.call(
        () -> {
          try (var scratch = manager.newSubManager()) {
            var input =
                scratch.create(
                    FloatBuffer.wrap(images, 0, n * 3 * height * width),
                    new Shape(n, 3, height, width));
            return network.probabilities(new ParameterStore(scratch, false), input).toFloatArray();
          }
        });
  }

  @Override
  public String device() {
    return Devices.name(manager.getDevice()) + ", float32";
  }

  @Override
  public void close() {
    manager.close();
  }
}
