/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import picocli.CommandLine.Option;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.help.ModelHelp;

/** The option that says whose weights are used. */
final class ModelArgument {
  @Option(
      names = "--model",
      paramLabel = "NAME|FILE",
      description = ModelHelp.MODEL + Shell.DEFAULT)
  private String model = ModelCatalog.DEFAULT;

  String nameOrFile() {
    return model;
  }
}
