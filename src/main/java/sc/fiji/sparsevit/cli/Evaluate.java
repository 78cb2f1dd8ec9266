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
import sc.fiji.sparsevit.help.MeasuringHelp;
import sc.fiji.sparsevit.image.ForgedMark;

@Command(
    name = "evaluate",
    description = "Measures a model on a data set of forged and authentic images.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Evaluate implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "PATH", description = MeasuringHelp.DATA)
  private Path data;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = MeasuringHelp.OUTPUT)
  private Path output;

  @Option(names = "--limit", paramLabel = "N", description = MeasuringHelp.LIMIT + Shell.DEFAULT)
  private int limit;

  @Option(names = "--robustness", description = MeasuringHelp.ROBUSTNESS)
  private boolean robustness;

  @Option(names = "--resume", description = MeasuringHelp.RESUME)
  private boolean resume;

  @Option(
      names = "--forged-value",
      paramLabel = "V",
      description = MeasuringHelp.FORGED_VALUE + Shell.DEFAULT)
  private ForgedMark forged = ForgedMark.BRIGHT;

  @Mixin private LocalizationArguments localization;

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    var options =
        Shell.valid(
            terminal,
            () ->
                new EvaluationOptions(
                    data, output, localization.options(), limit, robustness, resume, forged));
    try (var localizer = localization.open();
        var progress = new ProgressLine(terminal.getErr(), data)) {
      var summary = Evaluation.run(localizer, options, progress);
      return Shell.report(terminal, ResultText.of(summary, output));
    }
  }
}
