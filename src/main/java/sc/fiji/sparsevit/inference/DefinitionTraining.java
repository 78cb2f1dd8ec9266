/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.matching.Matches;

/** Trains by the network's definition. */
public record DefinitionTraining(SparseVit network) implements TrainingModel {

  @Override
  public ForwardPass forward(ParameterStore store, NDArray images, Matches matches) {
    var features = network.encode(store, images, true);
    return new ForwardPass(network.decode(store, features, true), features);
  }

  @Override
  public boolean takesMatches() {
    return false;
  }

  @Override
  public String device() {
    var parameter = network.state().values().iterator().next().getArray();
    return Devices.name(parameter.getDevice()) + ", float32";
  }

  /** Nothing to close: the network is somebody else's. */
  @Override
  public void close() {}
}
