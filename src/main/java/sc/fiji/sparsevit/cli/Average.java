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
      "Writes the mean of two models' weights as safetensors.",
      "A model that was trained further does better on what it was trained on; its mean with the"
          + " one it started from often keeps more of what that one does well elsewhere."
    },
    mixinStandardHelpOptions = true)
final class Average implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME|FILE", description = ModelHelp.MODEL)
  private String first;

  @Parameters(
      index = "1",
      paramLabel = "NAME|FILE",
      description = "Another one, trained further from it or from the same start.")
  private String second;

  @Parameters(index = "2", paramLabel = "TARGET", description = "The .safetensors file to write.")
  private Path target;

  @Override
  public Integer call() throws IOException {
    ModelFile.average(ModelCatalog.open(first), ModelCatalog.open(second), target);
    return ExitCode.OK;
  }
}
