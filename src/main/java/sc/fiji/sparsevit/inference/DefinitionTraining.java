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
import sc.fiji.sparsevit.network.SparseVit;

/** Trains by the network's definition. */
public record DefinitionTraining(SparseVit network) implements TrainingModel {

  @Override
  public NDList prepare(NDArray images, NDManager manager) {
    return TrainingModel.moved(new NDList(images), manager);
  }

  @Override
  public ForwardPass forward(ParameterStore store, NDList prepared) {
    var features = network.encode(store, prepared.singletonOrThrow(), true);
    return new ForwardPass(network.decode(store, features, true), features);
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
