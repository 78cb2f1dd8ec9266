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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.evaluation.Calibration;
import sc.fiji.sparsevit.evaluation.CalibrationOptions;
import sc.fiji.sparsevit.evaluation.CalibrationOptions.Basis;
import sc.fiji.sparsevit.evaluation.CalibrationProfiles;
import sc.fiji.sparsevit.evaluation.ResultText;

@Command(
    name = "calibrate",
    description =
        "Finds, on untouched images of your own, the threshold above which no more than a given"
            + " share of them is flagged, and keeps it as a profile for --profile.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Calibrate implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--authentic",
      required = true,
      paramLabel = "DIR",
      description = "A folder of untouched images; folders in it count.")
  private Path authentic;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "Share to be flagged at most, between 0 and 1. Default: ${DEFAULT-VALUE}.")
  private double rate = CalibrationOptions.DEFAULT_RATE;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Name of the profile; an older one of that name is replaced.")
  private String name;

  @Option(
      names = "--of",
      paramLabel = "images|pixels",
      description =
          "What the rate is a share of: images in which a region appears, or pixels. Default:"
              + " ${DEFAULT-VALUE}.")
  private Basis of = Basis.IMAGES;

  @Mixin private LocalizationArguments localization;

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    if (terminal.getParseResult().hasMatchedOption("--threshold")) {
      throw new ParameterException(
          terminal, "The threshold is what is looked for; leave --threshold out.");
    }
    var options =
        Shell.valid(
            terminal,
            () -> new CalibrationOptions(name, authentic, rate, of, localization.options()));
    try (var localizer = localization.open();
        var progress = new ProgressLine(terminal.getErr(), authentic)) {
      var calibration = Calibration.run(localizer, options, progress);
      var file = CalibrationProfiles.ofUser().save(calibration.profile());
      return Shell.report(terminal, ResultText.of(calibration, file));
    }
  }
}
