/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.evaluation.Evaluation;
import sc.fiji.sparsevit.evaluation.EvaluationOptions;
import sc.fiji.sparsevit.evaluation.ModelComparison;
import sc.fiji.sparsevit.evaluation.ModelComparison.ComparedModel;
import sc.fiji.sparsevit.evaluation.ResultText;
import sc.fiji.sparsevit.help.MeasuringHelp;
import sc.fiji.sparsevit.image.ForgedMark;

@Command(
    name = "evaluate",
    description = "Evaluates a model on a data set of forged and authentic images.",
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

  @Option(
      names = "--compare",
      arity = "1..*",
      paramLabel = "NAME|FILE",
      description = MeasuringHelp.COMPARE)
  private List<String> compare = List.of();

  @Mixin private LocalizationArguments localization;

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    if (!compare.isEmpty()) {
      return compare();
    }
    var options = Shell.valid(terminal, () -> options(output));
    try (var localizer = localization.open();
        var progress = new ProgressLine(terminal.getErr(), data)) {
      var summary = Evaluation.run(localizer, options, progress);
      return Shell.report(terminal, ResultText.of(summary, output));
    }
  }

  /** Every model in a folder of its own, then all of them on one page. */
  private int compare() throws IOException {
    var terminal = spec.commandLine();
    var models = new LinkedHashSet<String>();
    if (terminal.getParseResult().hasMatchedOption("--model")) {
      models.add(localization.model());
    }
    models.addAll(compare);
    var compared = new ArrayList<ComparedModel>();
    boolean complete = true;
    for (var nameOrFile : models) {
      try (var localizer = localization.open(nameOrFile);
          var progress = new ProgressLine(terminal.getErr(), Path.of(localizer.model().name()))) {
        var name = unique(localizer.model().name(), compared);
        var folder = output.resolve(name.replaceAll("[^\\w.-]+", "_"));
        var options = Shell.valid(terminal, () -> options(folder));
        var summary = Evaluation.run(localizer, options, progress);
        complete &= Shell.report(terminal, ResultText.of(summary, folder)) == ExitCode.OK;
        compared.add(new ComparedModel(name, localizer.model(), folder, summary));
      }
    }
    terminal.getOut().println("Comparison: " + ModelComparison.write(data, compared, output));
    return complete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Two models may have one name, such as best.safetensors. */
  private static String unique(String name, List<ComparedModel> before) {
    long same = before.stream().filter(model -> model.identity().name().equals(name)).count();
    return same == 0 ? name : name + " (" + (same + 1) + ")";
  }

  private EvaluationOptions options(Path folder) {
    return new EvaluationOptions(
        data, folder, localization.options(), limit, robustness, resume, forged);
  }
}
