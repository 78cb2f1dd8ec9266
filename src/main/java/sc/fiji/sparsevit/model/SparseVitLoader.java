/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.checkpoint.NamedWeights;
import sc.fiji.sparsevit.checkpoint.StateDict;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.inference.TwoScaleModel;
import sc.fiji.sparsevit.inference.WindowModel;
import sc.fiji.sparsevit.inference.script.FastestForm;
import sc.fiji.sparsevit.inference.script.WeightSource;

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
    // PyTorch takes as long to load as a large file takes to read.
    var warnings = new ArrayList<String>();
    var device = CompletableFuture.supplyAsync(() -> Devices.open(compute.device(), warnings::add));
    NamedWeights weights;
    try {
      weights = ModelCatalog.open(nameOrFile);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      device.thenAccept(NDManager::close);
      throw e;
    }
    var manager = opened(device);
    WindowModel network;
    try {
      warnings.forEach(warn);
      network = network(weights, manager, compute.precision());
    } catch (IOException | RuntimeException e) {
      manager.close();
      throw e;
    }
    try {
      return new OpenModel(identity(weights), network);
    } catch (IOException e) {
      network.close();
      throw e;
    }
  }

  private static NDManager opened(CompletableFuture<NDManager> device) {
    try {
      return device.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw e;
    }
  }

  /** A script needs no network to be made: that saves copies of all weights. */
  private static WindowModel network(
      NamedWeights weights, NDManager manager, PrecisionChoice precision) throws IOException {
    var config = weights.config();
    if (!FastestForm.isScripted(config)) {
      return FastestForm.of(
          Weights.network(weights.weights(), config, manager), manager, precision);
    }
    var device = manager.getDevice();
    var stored = new StoredWeights(weights.weights());
    var script = FastestForm.scripted(config, stored, device, precision);
    manager.close();
    if (weights.enlarged().isEmpty()) {
      return script;
    }
    var enlarged = new StoredWeights(weights.enlarged().get());
    return new TwoScaleModel(
        script, () -> FastestForm.scripted(config, enlarged, device, precision));
  }

  /** Weights as they were read. */
  private record StoredWeights(StateDict dict) implements WeightSource {
    @Override
    public boolean contains(String key) {
      return dict.tensors().containsKey(key);
    }

    @Override
    public long[] shape(String key) {
      return dict.tensors().get(key).shape().getShape();
    }

    @Override
    public float[] values(String key) {
      return dict.tensors().get(key).toFloats();
    }
  }

  private static ModelIdentity identity(NamedWeights weights) throws IOException {
    return new ModelIdentity(
        weights.name(),
        weights.sha256(),
        new SparseVitArchitecture(weights.config(), weights.weights().tensors().size()),
        weights.errorRates());
  }
}
