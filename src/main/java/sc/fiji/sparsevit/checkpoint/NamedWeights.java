/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import sc.fiji.sparsevit.network.SparseVitConfig;

/**
 * Weights that are known to fill a network of their configuration, and where they come from.
 *
 * @param name as in the catalog, or the file's name
 * @param checksum SHA-256 of the file's bytes, in hexadecimal; a large file's takes a while
 * @param weights in the file's precision
 * @param enlarged weights of the same configuration that look at the enlarged image, if the file
 *     has some: their keys begin with {@code enlarged.} there
 * @param config of the network that takes them
 * @param errorRates what was measured with these weights, where something was
 */
public record NamedWeights(
    String name,
    Future<String> checksum,
    StateDict weights,
    Optional<StateDict> enlarged,
    SparseVitConfig config,
    Optional<JsonObject> errorRates) {

  /** Of the keys of {@link #enlarged} in a file. */
  static final String ENLARGED = "enlarged.";

  /**
   * @param file all that it holds
   * @throws CheckpointException when the weights do not fill a network
   */
  static NamedWeights of(
      String name, Future<String> checksum, StateDict file, Optional<JsonObject> errorRates)
      throws CheckpointException {
    try {
      var weights = file.without(ENLARGED);
      var enlarged = ModelFile.enlarged(file);
      var config = ModelConfig.of(weights);
      Weights.requireFit(weights, config);
      if (enlarged.isPresent()) {
        Weights.requireFit(enlarged.get(), config);
      }
      return new NamedWeights(name, checksum, weights, enlarged, config, errorRates);
    } catch (CheckpointException e) {
      throw new CheckpointException(name + ": " + e.getMessage(), e.getCause());
    }
  }

  /**
   * The checksum, once it is computed.
   *
   * @throws IOException when the file could not be read
   */
  public String sha256() throws IOException {
    try {
      return checksum.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
