/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.checkpoint.NamedWeights;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.script.FastestForm;

/** Opens the embedded SparseViT, and files of SparseViT's weights. */
final class SparseVitLoader implements ModelLoader {

  /** Anything else is refused in a sentence when it is opened. */
  @Override
  public boolean accepts(String nameOrFile) {
    return true;
  }

  @Override
  public List<Path> files(String nameOrFile) {
    try {
      return List.of(Path.of(nameOrFile));
    } catch (InvalidPathException noFile) {
      return List.of();
    }
  }

  @Override
  public ModelIdentity describe(String nameOrFile) throws IOException {
    return identity(ModelCatalog.open(nameOrFile));
  }

  @Override
  public OpenModel open(String nameOrFile, ComputeOptions compute, Consumer<String> warn)
      throws IOException {
    var weights = ModelCatalog.open(nameOrFile);
    var manager = Devices.open(compute.device(), warn);
    try {
      var network = Weights.network(weights.weights(), weights.config(), manager);
      return new OpenModel(
          identity(weights), FastestForm.of(network, manager, compute.precision()));
    } catch (IOException | RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private static ModelIdentity identity(NamedWeights weights) {
    return new ModelIdentity(
        weights.name(),
        weights.sha256(),
        new SparseVitArchitecture(weights.config(), weights.weights().tensors().size()),
        weights.errorRates());
  }
}
