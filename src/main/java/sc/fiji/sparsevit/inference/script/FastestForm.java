/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import sc.fiji.sparsevit.inference.DefinitionTraining;
import sc.fiji.sparsevit.inference.NetworkModel;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.inference.TrainingModel;
import sc.fiji.sparsevit.inference.WindowModel;
import sc.fiji.sparsevit.network.SparseVit;

/** Picks the form of a network that runs it fastest. */
public final class FastestForm {

  private FastestForm() {}

  /**
   * The scripted form where there is one, otherwise the definition.
   *
   * @param network frozen
   * @param manager holds the network's arrays; closed with the form, or before
   * @throws IOException if PyTorch refuses the scripted form
   */
  public static WindowModel of(SparseVit network, NDManager manager, PrecisionChoice precision)
      throws IOException {
    var device = manager.getDevice();
    var numbers =
        precision == PrecisionChoice.AUTO ? NativePrecision.of(device) : ScriptPrecision.FLOAT32;
    if (!NetworkScript.supportsForInference(network.config())) {
      return new NetworkModel(manager, network);
    }
    var script = ScriptModel.of(network, numbers, device);
    manager.close();
    return script;
  }

  /**
   * The same for training: in short numbers where the processor multiplies them natively and they
   * reach as far as float32, and always by a script where there is one.
   *
   * @param network initialized; trained through what is returned
   * @throws IOException if PyTorch refuses the scripted form
   */
  public static TrainingModel forTraining(SparseVit network, PrecisionChoice precision)
      throws IOException {
    if (!NetworkScript.supports(network.config())) {
      return new DefinitionTraining(network);
    }
    var device = network.state().values().iterator().next().getArray().getDevice();
    var numbers =
        precision == PrecisionChoice.AUTO
            ? NativePrecision.forTraining(device)
            : ScriptPrecision.FLOAT32;
    return TrainingScriptModel.of(network, numbers);
  }
}
