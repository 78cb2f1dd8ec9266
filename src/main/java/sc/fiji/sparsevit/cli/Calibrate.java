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
import sc.fiji.sparsevit.evaluation.Calibration;
import sc.fiji.sparsevit.evaluation.CalibrationOptions;
import sc.fiji.sparsevit.evaluation.CalibrationOptions.Basis;
import sc.fiji.sparsevit.evaluation.CalibrationProfiles;
import sc.fiji.sparsevit.evaluation.ResultText;
import sc.fiji.sparsevit.help.MeasuringHelp;

@Command(
    name = "calibrate",
    description =
        "Finds the threshold at which at most a given share of your own untouched images is"
            + " flagged, and saves it as a profile for --profile.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Calibrate implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--authentic",
      required = true,
      paramLabel = "DIR",
      description = MeasuringHelp.AUTHENTIC)
  private Path authentic;

  @Option(names = "--rate", paramLabel = "R", description = MeasuringHelp.RATE + Shell.DEFAULT)
  private double rate = CalibrationOptions.DEFAULT_RATE;

  @Option(names = "--name", required = true, paramLabel = "NAME", description = MeasuringHelp.NAME)
  private String name;

  @Option(
      names = "--of",
      paramLabel = "images|pixels",
      description = MeasuringHelp.OF + Shell.DEFAULT)
  private Basis of = Basis.IMAGES;

  @Mixin private NetworkArguments network;

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    var options =
        Shell.valid(
            terminal, () -> new CalibrationOptions(name, authentic, rate, of, network.options()));
    var profiles = CalibrationProfiles.ofUser().created();
    try (var localizer = network.open();
        var progress = new ProgressLine(terminal.getErr(), authentic)) {
      var calibration = Calibration.run(localizer, options, progress);
      var file = profiles.save(calibration.profile());
      return Shell.report(terminal, ResultText.of(calibration, file));
    }
  }
}
