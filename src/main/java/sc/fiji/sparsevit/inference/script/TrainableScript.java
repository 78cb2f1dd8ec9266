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
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.network.Features;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/** Prototype. */
public final class TrainableScript implements AutoCloseable {

  private final Model model;
  private final boolean matching;
  private final List<Parameter> parameters;

  private TrainableScript(Model model, SparseVit network) {
    this.model = model;
    matching = network.config().matching();
    parameters = new ArrayList<>(network.state().values());
  }

  public static TrainableScript of(SparseVit network, float dropPath, boolean bf16)
      throws IOException {
    var archive =
        TrainingScript.write(
            network.config(),
            new ArrayList<>(network.state().keySet()),
            dropPath,
            bf16 ? ScriptPrecision.BFLOAT16 : ScriptPrecision.FLOAT32);
    try {
      var device = network.state().values().iterator().next().getArray().getDevice();
      return new TrainableScript(archive.load(device), network);
    } catch (MalformedModelException | EngineException e) {
      throw new IOException("PyTorch refuses the generated network: " + e.getMessage(), e);
    }
  }

  public record Output(NDArray logits, Features features) {}

  public Output forward(ParameterStore store, NDArray images) {
    var inputs = new NDList(images);
    if (matching) {
      var matches = SelfMatcher.match(images);
      inputs.add(matches.evidence());
      inputs.add(matches.partners());
    }
    for (var parameter : parameters) {
      inputs.add(parameter.getArray());
    }
    var outputs = model.getBlock().forward(store, inputs, true);
    return new Output(
        outputs.get(0), new Features(outputs.get(1), outputs.subList(2, outputs.size())));
  }

  @Override
  public void close() {
    model.close();
  }
}
