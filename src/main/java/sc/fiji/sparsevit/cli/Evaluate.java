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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.evaluation.Evaluation;
import sc.fiji.sparsevit.evaluation.EvaluationOptions;
import sc.fiji.sparsevit.evaluation.ResultText;

@Command(
    name = "evaluate",
    description = "Measures a model on a data set of forged and authentic images.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Evaluate implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description =
          "A folder with Tp and Gt, or Au, or all three; or a JSON list of images and masks.")
  private Path data;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for metrics.json, per_image.csv and report.html; it is made.")
  private Path output;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many forged and so many authentic images; 0 for all.")
  private int limit;

  @Option(
      names = "--robustness",
      description = "Also measure under blur, noise and JPEG compression.")
  private boolean robustness;

  @Option(
      names = "--resume",
      description = "Go on with a stopped run: what it left in the output folder is kept.")
  private boolean resume;

  @Mixin private LocalizationArguments localization;

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    var options =
        Shell.valid(
            terminal,
            () ->
                new EvaluationOptions(
                    data, output, localization.options(), limit, robustness, resume));
    try (var localizer = localization.open();
        var progress = new ProgressLine(terminal.getErr(), data)) {
      var summary = Evaluation.run(localizer, options, progress);
      return Shell.report(terminal, ResultText.of(summary, output));
    }
  }
}
