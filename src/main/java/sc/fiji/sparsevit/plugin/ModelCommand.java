/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import org.scijava.plugin.Parameter;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.help.ModelHelp;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;

/** The parameters of every command that looks at images with a model. */
abstract class ModelCommand extends ForensicCommand {

  @Parameter(
      label = "Mode",
      description = RegionHelp.MODE,
      choices = {"native", "thorough", "paper"},
      persist = false)
  private String mode = LocalizationOptions.defaults().mode().toString();

  @Parameter(
      label = "Minimum area (pixels)",
      description = RegionHelp.MIN_AREA,
      min = "0",
      persist = false)
  private Object min_area = LocalizationOptions.defaults().minimumArea();

  @Parameter(
      label = "Model",
      description = ModelHelp.MODEL,
      style = CommandDialog.FILE,
      persist = false)
  private String model = ModelCatalog.DEFAULT;

  @Parameter(
      label = "Device",
      description = ModelHelp.DEVICE,
      choices = {"auto", "cpu", "gpu"},
      persist = false)
  private String device = ComputeOptions.defaults().device().toString();

  @Parameter(
      label = "Precision",
      description = ModelHelp.PRECISION,
      choices = {"float32", "auto"},
      persist = false)
  private String precision = ComputeOptions.defaults().precision().toString();

  /** As the user chose, with the default threshold and without copies. */
  LocalizationOptions options() {
    return LocalizationOptions.networkAlone()
        .withMode(LocalizationMode.of(mode))
        .withMinimumArea((Integer) min_area);
  }

  final ComputeOptions compute() {
    return new ComputeOptions(DeviceChoice.of(device), PrecisionChoice.of(precision));
  }

  final ModelKey model() {
    return ModelKey.of(model.strip(), compute());
  }

  final <T> T withModel(SharedLocalizer.Work<T> work) throws IOException {
    return SharedLocalizer.ofSession().use(model(), Log::line, work);
  }
}
