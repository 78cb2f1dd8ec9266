/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import sc.fiji.sparsevit.inference.DefinitionTraining;
import sc.fiji.sparsevit.inference.NetworkModel;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.inference.TrainingModel;
import sc.fiji.sparsevit.inference.WindowModel;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;

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
    if (!isScripted(network.config())) {
      return new NetworkModel(manager, network);
    }
    var device = manager.getDevice();
    var script = scripted(network.config(), WeightSource.of(network), device, precision);
    manager.close();
    return script;
  }

  /** Whether there is a scripted form, which needs no network to be made. */
  public static boolean isScripted(SparseVitConfig config) {
    return NetworkScript.supportsForInference(config);
  }

  /**
   * The scripted form of weights that fit a configuration.
   *
   * @throws IOException if PyTorch refuses it
   */
  public static WindowModel scripted(
      SparseVitConfig config, WeightSource weights, Device device, PrecisionChoice precision)
      throws IOException {
    var numbers =
        precision == PrecisionChoice.AUTO ? NativePrecision.of(device) : ScriptPrecision.FLOAT32;
    return ScriptModel.of(config, weights, numbers, device);
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
