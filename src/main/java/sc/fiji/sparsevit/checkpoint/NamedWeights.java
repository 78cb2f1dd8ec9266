/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import com.google.gson.JsonObject;
import java.util.Optional;
import sc.fiji.sparsevit.network.SparseVitConfig;

/**
 * Weights that are known to fill a network of their configuration, and where they come from.
 *
 * @param name as in the catalog, or the file's name
 * @param sha256 of the file's bytes, in hexadecimal
 * @param weights in the file's precision
 * @param config of the network that takes them
 * @param errorRates what was measured with these weights, where something was
 */
public record NamedWeights(
    String name,
    String sha256,
    StateDict weights,
    SparseVitConfig config,
    Optional<JsonObject> errorRates) {

  /**
   * @throws CheckpointException when the weights do not fill a network
   */
  static NamedWeights of(
      String name, String sha256, StateDict weights, Optional<JsonObject> errorRates)
      throws CheckpointException {
    try {
      var config = ModelConfig.of(weights);
      Weights.requireFit(weights, config);
      return new NamedWeights(name, sha256, weights, config, errorRates);
    } catch (CheckpointException e) {
      throw new CheckpointException(name + ": " + e.getMessage(), e.getCause());
    }
  }
}
