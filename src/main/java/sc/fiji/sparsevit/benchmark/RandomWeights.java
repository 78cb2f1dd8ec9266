/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.sparsevit.checkpoint.Safetensors;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** Weights as training would start from: a configuration without a model can be measured too. */
public final class RandomWeights {

  private RandomWeights() {}

  /**
   * @throws IOException if the file cannot be written
   */
  public static void write(SparseVitConfig config, Path file) throws IOException {
    try (var manager = Devices.open(DeviceChoice.CPU, warning -> {})) {
      var network = new SparseVit(config).initialized(manager);
      Safetensors.write(Weights.save(network), file);
    }
  }
}
