/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import picocli.CommandLine.Option;
import sc.fiji.sparsevit.help.ModelHelp;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;

/** The option that says where to compute. */
final class DeviceArgument {
  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      description = ModelHelp.DEVICE + " Write gpu1 for the second GPU, and so on." + Shell.DEFAULT)
  private DeviceChoice device = ComputeOptions.defaults().device();

  DeviceChoice choice() {
    return device;
  }
}
