/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.TrainingModel;
import sc.fiji.sparsevit.network.Features;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/** Trains by the scripted form: the parameters stay the network's own, in float32. */
final class TrainingScriptModel implements TrainingModel {

  private final Model model;
  private final List<Parameter> parameters;
  private final boolean matching;
  private final String device;

  private TrainingScriptModel(Model model, SparseVit network, String device) {
    this.model = model;
    this.device = device;
    parameters = List.copyOf(network.state().values());
    matching = network.config().matching();
  }

  /**
   * @param network initialized; trained through what is returned
   * @throws IOException if PyTorch refuses the script
   */
  static TrainingScriptModel of(SparseVit network, ScriptPrecision precision) throws IOException {
    var state = network.state();
    var device = state.values().iterator().next().getArray().getDevice();
    var keys = new ArrayList<>(state.keySet());
    var archive = TrainingScript.write(network, keys, precision, device.isGpu());
    try {
      var name = Devices.name(device) + ", " + precision;
      return new TrainingScriptModel(archive.load(device), network, name);
    } catch (MalformedModelException | EngineException e) {
      throw new IOException("PyTorch rejects the generated network: " + e.getMessage(), e);
    }
  }

  @Override
  public NDList prepare(NDArray images, NDManager manager) {
    var prepared = new NDList(images);
    if (matching) {
      var matches = SelfMatcher.match(images, SparseVit.DEVIATIONS);
      prepared.add(matches.evidence());
      prepared.add(matches.partners());
    }
    return TrainingModel.moved(prepared, manager);
  }

  @Override
  public ForwardPass forward(ParameterStore store, NDList prepared) {
    var inputs = new NDList(prepared);
    parameters.forEach(parameter -> inputs.add(parameter.getArray()));
    // What PyTorch makes of a script after it has watched it run twice crashes on the way back.
    var outputs = AsWritten.run(() -> model.getBlock().forward(store, inputs, true));
    return new ForwardPass(
        outputs.get(0), new Features(outputs.get(1), outputs.subList(2, outputs.size())));
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public void close() {
    model.close();
  }
}
