/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.checkpoint.ModelFile;
import sc.fiji.sparsevit.checkpoint.NamedWeights;

@Command(
    name = "convert",
    description =
        "Converts a checkpoint to safetensors and stores the configuration with the weights.",
    mixinStandardHelpOptions = true)
final class Convert implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SOURCE", description = "A .pth or .safetensors file.")
  private Path source;

  @Parameters(index = "1", paramLabel = "TARGET", description = "The .safetensors file to write.")
  private Path target;

  @Option(names = "--half", description = "Store matrices and kernels in half precision.")
  private boolean half;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description =
          "Shift the probabilities so that this one becomes 0.5, the default threshold. Default:"
              + " ${DEFAULT-VALUE} (no shift).")
  private double threshold = 0.5;

  @Option(
      names = "--enlarged",
      paramLabel = "NAME|FILE",
      description =
          "Also store the weights of this model that look at the enlarged image: from `train"
              + " --enlarged`, or of a model that has some.")
  private String enlarged;

  @Override
  public Integer call() throws IOException {
    var second =
        enlarged == null
            ? Optional.<NamedWeights>empty()
            : Optional.of(ModelCatalog.open(enlarged));
    ModelFile.convert(source, second, target, half, threshold);
    return ExitCode.OK;
  }
}
