/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import picocli.CommandLine.Option;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;

/** The option that says whose weights are used. */
final class ModelArgument {
  @Option(
      names = "--model",
      paramLabel = "NAME|FILE",
      description =
          "Weights: ${DEFAULT-VALUE}, which is built in, or a .safetensors or .pth file. Default:"
              + " ${DEFAULT-VALUE}.")
  private String model = ModelCatalog.DEFAULT;

  String nameOrFile() {
    return model;
  }
}
