/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.sparsevit.help.ModelHelp;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.PrecisionChoice;

/** The options that say how a model computes, with the defaults of {@link ComputeOptions}. */
final class ComputeArguments {
  @Mixin private DeviceArgument device;

  @Option(
      names = "--precision",
      paramLabel = "float32|auto",
      description = ModelHelp.PRECISION + Shell.DEFAULT)
  private PrecisionChoice precision = ComputeOptions.defaults().precision();

  ComputeOptions options() {
    return new ComputeOptions(device.choice(), precision);
  }
}
