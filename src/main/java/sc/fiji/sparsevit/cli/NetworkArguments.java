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
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.inference.ComputeOptions;

/** The options of every command that has the network look at images. */
final class NetworkArguments {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private ModelArgument model;

  @Option(
      names = "--mode",
      paramLabel = "native|thorough|paper",
      description = RegionHelp.MODE + Shell.DEFAULT)
  private LocalizationMode mode = LocalizationOptions.defaults().mode();

  @Option(names = "--min-area", paramLabel = "N", description = RegionHelp.MIN_AREA + Shell.DEFAULT)
  private int minimumArea = LocalizationOptions.defaults().minimumArea();

  @Mixin private ComputeArguments compute;

  /**
   * The network alone, with the default threshold.
   *
   * @throws ParameterException naming the value that is wrong
   */
  LocalizationOptions options() {
    return Shell.valid(
        command.commandLine(),
        () -> LocalizationOptions.networkAlone().withMode(mode).withMinimumArea(minimumArea));
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
