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
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.Mode;
import sc.fiji.sparsevit.inference.DeviceChoice;

/**
 * The options of every command that localises, with the defaults of {@link LocalizationOptions}.
 */
final class LocalizationArguments {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private ModelArgument model;

  @Option(
      names = "--mode",
      paramLabel = "native|paper",
      description =
          "native: overlapping windows at the image's own resolution; paper: the whole image"
              + " squashed to 512x512, as published. Default: ${DEFAULT-VALUE}.")
  private Mode mode = LocalizationOptions.defaults().mode();

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description =
          "Probability above which a pixel is part of a region, 0 to 1. Default: ${DEFAULT-VALUE}.")
  private double threshold = LocalizationOptions.defaults().threshold();

  @Option(
      names = "--min-area",
      paramLabel = "N",
      description = "Regions of fewer pixels are left out. Default: ${DEFAULT-VALUE}.")
  private int minimumArea = LocalizationOptions.defaults().minimumArea();

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      description =
          "Where to compute; without a working CUDA device it is the CPU. Default:"
              + " ${DEFAULT-VALUE}.")
  private DeviceChoice device = DeviceChoice.AUTO;

  /**
   * @throws ParameterException naming the value that is wrong
   */
  LocalizationOptions options() {
    return Shell.valid(
        command.commandLine(), () -> new LocalizationOptions(mode, threshold, minimumArea));
  }

  DeviceChoice device() {
    return device;
  }

  /** Warnings go to standard error. */
  ManipulationLocalizer open() throws IOException {
    var err = command.commandLine().getErr();
    return ManipulationLocalizer.open(
        model.nameOrFile(), device, warning -> err.println("Warning: " + warning));
  }
}
