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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.PictureLocalizer;
import sc.fiji.sparsevit.batch.ReuseOptions;
import sc.fiji.sparsevit.batch.Screening;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.help.ScreeningHelp;
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

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = ScreeningHelp.INPUT)
  private List<String> inputs;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = ScreeningHelp.OUTPUT)
  private Path output;

  @Option(names = "--include", paramLabel = "GLOB", description = ScreeningHelp.INCLUDE)
  private List<String> include = List.of();

  @Option(names = "--exclude", paramLabel = "GLOB", description = ScreeningHelp.EXCLUDE)
  private List<String> exclude = List.of();

  @Option(
      names = "--rasterize-pages",
      paramLabel = "DPI",
      description = ScreeningHelp.RASTERIZE_PAGES + Shell.DEFAULT)
  private int rasterizePages;

  @Option(
      names = "--panels",
      paramLabel = "auto|off",
      description = RegionHelp.PANELS + Shell.DEFAULT)
  private PanelSearch panels = ScreeningOptions.defaults().localization().panels();

  @Option(
      names = "--reuse",
      paramLabel = "on|off",
      description = ScreeningHelp.REUSE + Shell.DEFAULT)
  private String reuse = "on";

  @Mixin private LocalizationArguments localization;

  @Mixin private ProfileArgument profile;

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    var calibrated = profile.read();
    var screening = Shell.valid(terminal, () -> screening(calibrated));
    try (var localizer = localization.open();
        var progress = new ProgressLine(terminal.getErr(), output)) {
      calibrated.ifPresent(found -> found.requireModel(localizer.model().sha256()));
      var summary = screening.run(PictureLocalizer.of(localizer), progress, progress::say);
      terminal.getOut().println(summary.sentence() + " See " + output.resolve("report.html"));
      return summary.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private Screening screening(Optional<CalibrationProfile> calibrated) {
    var options =
        new ScreeningOptions(
            calibrated.map(localization::of).orElseGet(localization::options).withPanels(panels),
            localization.compute(),
            rasterizePages,
            calibrated.map(CalibrationProfile::recorded).orElse(null),
            ReuseOptions.of(reuse, null));
    var paths = new ArrayList<Path>();
    var refused = new ArrayList<SkippedInput>();
    for (var input : inputs) {
      try {
        paths.add(Path.of(input));
      } catch (InvalidPathException e) {
        refused.add(SkippedInput.of(input, "", e));
      }
    }
    var patterns = new InputPatterns(include, exclude);
    return new Screening(paths, patterns, output, options, refused);
  }
}
