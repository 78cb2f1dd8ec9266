/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.checkpoint.ModelFile;
import sc.fiji.sparsevit.help.ModelHelp;

@Command(
    name = "average",
    description = {
      "Averages the weights of two models into a safetensors file.",
      "Fine-tuning improves a model on its training data; averaging it with the model it started"
          + " from often preserves accuracy on other data."
    },
    mixinStandardHelpOptions = true)
final class Average implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME|FILE", description = ModelHelp.MODEL)
  private String first;

  @Parameters(
      index = "1",
      paramLabel = "NAME|FILE",
      description = "A model that was fine-tuned from it, or from the same weights.")
  private String second;

  @Parameters(index = "2", paramLabel = "TARGET", description = "The .safetensors file to write.")
  private Path target;

  @Override
  public Integer call() throws IOException {
    ModelFile.average(ModelCatalog.open(first), ModelCatalog.open(second), target);
    return ExitCode.OK;
  }
}
