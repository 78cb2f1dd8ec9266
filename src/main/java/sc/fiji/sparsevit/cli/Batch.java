/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.batch.PictureLocalizer;
import sc.fiji.sparsevit.batch.Screening;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.io.SkippedInput;

@Command(
    name = "batch",
    description =
        "Screens folders, lists, and documents, and writes tables and one report. Rerun the same"
            + " command to resume; only new and changed inputs are analyzed.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Batch implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BatchArguments arguments;

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    var calibrated = arguments.profile();
    var screening = Shell.valid(terminal, () -> screening(calibrated));
    try (var localizer = arguments.open();
        var said = new StopSentence(terminal.getErr());
        var progress = new ProgressLine(terminal.getErr(), screening.output())) {
      calibrated.ifPresent(found -> found.requireModel(localizer.model().sha256()));
      var summary = screening.run(PictureLocalizer.of(localizer), progress, progress::say);
      var report = Path.of(arguments.output()).resolve("report.html");
      terminal.getOut().println(summary.sentence() + " See " + report);
      return summary.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private Screening screening(Optional<CalibrationProfile> calibrated) {
    var paths = new ArrayList<Path>();
    var refused = new ArrayList<SkippedInput>();
    for (var input : arguments.inputs()) {
      try {
        paths.add(Path.of(input));
      } catch (InvalidPathException e) {
        refused.add(SkippedInput.of(input, "", e));
      }
    }
    return new Screening(
        paths,
        arguments.patterns(),
        arguments.outputFolder(),
        arguments.options(calibrated),
        refused);
  }
}
