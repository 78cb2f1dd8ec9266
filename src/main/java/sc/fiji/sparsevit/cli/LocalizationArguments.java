/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.EvidenceSearch;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.inference.ComputeOptions;

/**
 * The options of every command that localizes, with the defaults of {@link LocalizationOptions}.
 */
final class LocalizationArguments {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private ModelArgument model;

  @Option(
      names = "--mode",
      paramLabel = "native|thorough|paper",
      description = RegionHelp.MODE + Shell.DEFAULT)
  private LocalizationMode mode = LocalizationOptions.defaults().mode();

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = RegionHelp.THRESHOLD + Shell.DEFAULT)
  private double threshold = LocalizationOptions.defaults().threshold();

  @Option(names = "--min-area", paramLabel = "N", description = RegionHelp.MIN_AREA + Shell.DEFAULT)
  private int minimumArea = LocalizationOptions.defaults().minimumArea();

  @Option(
      names = "--copies",
      paramLabel = "on|off",
      description = RegionHelp.COPIES + Shell.DEFAULT)
  private EvidenceSearch copies = LocalizationOptions.defaults().copies();

  @Option(
      names = "--compression",
      paramLabel = "on|off",
      description = RegionHelp.COMPRESSION + Shell.DEFAULT)
  private EvidenceSearch compression = LocalizationOptions.defaults().compression();

  @Mixin private ComputeArguments compute;

  /**
   * @throws ParameterException naming the value that is wrong
   */
  LocalizationOptions options() {
    return Shell.valid(
        command.commandLine(),
        () ->
            new LocalizationOptions(
                mode, threshold, minimumArea, copies, compression, PanelSearch.OFF));
  }

  /** A profile's options; it says nothing of other evidence. */
  LocalizationOptions of(CalibrationProfile profile) {
    return profile.localization().withCopies(copies).withCompression(compression);
  }

  String model() {
    return model.nameOrFile();
  }

  ComputeOptions compute() {
    return compute.options();
  }

  /** Warnings go to standard error. */
  ManipulationLocalizer open() throws IOException {
    return open(model.nameOrFile());
  }

  /** A model other than that of the option. */
  ManipulationLocalizer open(String nameOrFile) throws IOException {
    var err = command.commandLine().getErr();
    return ManipulationLocalizer.open(
        nameOrFile, compute(), warning -> err.println("Warning: " + warning));
  }
}
