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
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.inference.ComputeOptions;

/**
 * The options of every command that shows regions, with the defaults of {@link
 * LocalizationOptions}.
 */
final class LocalizationArguments {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private NetworkArguments network;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = RegionHelp.THRESHOLD + Shell.DEFAULT)
  private double threshold = LocalizationOptions.defaults().threshold();

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

  @Option(names = "--seams", paramLabel = "on|off", description = RegionHelp.SEAMS + Shell.DEFAULT)
  private EvidenceSearch seams = LocalizationOptions.defaults().seams();

  @Option(names = "--grain", paramLabel = "on|off", description = RegionHelp.GRAIN + Shell.DEFAULT)
  private EvidenceSearch grain = LocalizationOptions.defaults().grain();

  /**
   * @throws ParameterException naming the value that is wrong
   */
  LocalizationOptions options() {
    return Shell.valid(
        command.commandLine(), () -> withEvidence(network.options().withThreshold(threshold)));
  }

  /** A profile's options; it says nothing of other evidence. */
  LocalizationOptions of(CalibrationProfile profile) {
    return withEvidence(profile.localization());
  }

  private LocalizationOptions withEvidence(LocalizationOptions options) {
    return options
        .withCopies(copies)
        .withCompression(compression)
        .withSeams(seams)
        .withGrain(grain);
  }

  String model() {
    return network.model();
  }

  ComputeOptions compute() {
    return network.compute();
  }

  /** Warnings go to standard error. */
  ManipulationLocalizer open() throws IOException {
    return network.open();
  }

  /** A model other than that of the option. */
  ManipulationLocalizer open(String nameOrFile) throws IOException {
    return network.open(nameOrFile);
  }
}
