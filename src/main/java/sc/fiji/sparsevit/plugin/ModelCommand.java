/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import sc.fiji.sparsevit.CopySearch;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.help.ModelHelp;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * The parameters of every command that looks at images with a model. Fields are the definition of
 * parameters: ImageJ 1.x's dialog and macro strings are derived from them by {@link CommandPlugIn}.
 * No value is remembered, so that a macro that leaves one out means the same every time.
 */
abstract class ModelCommand implements Command {

  @Parameter(
      label = "Model",
      description = ModelHelp.MODEL,
      style = CommandDialog.FILE,
      persist = false)
  private String model = ModelCatalog.DEFAULT;

  @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
  private final String about_base =
      "<html><p style='width:300px'>" + ModelCatalog.BASE_SOURCE + "</p></html>";

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

  @Parameter(
      label = "Mode",
      description = RegionHelp.MODE,
      choices = {"native", "paper"},
      persist = false)
  private String mode = LocalizationOptions.defaults().mode().toString();

  @Parameter(
      label = "Minimum area (pixels)",
      description = RegionHelp.MIN_AREA,
      min = "0",
      persist = false)
  private int min_area = LocalizationOptions.defaults().minimumArea();

  @Parameter(
      label = "Copies",
      description = RegionHelp.COPIES,
      choices = {"on", "off"},
      persist = false)
  private String copies = LocalizationOptions.defaults().copies().toString();

  @Override
  public final void run() {
    CommandRunner.run(this::work);
  }

  /** What the command is for. */
  abstract void work(ProgressListener progress) throws IOException;

  /** As the user chose, with the default threshold. */
  LocalizationOptions options() {
    return LocalizationOptions.defaults()
        .withMode(LocalizationMode.of(mode))
        .withMinimumArea(min_area)
        .withCopies(CopySearch.of(copies));
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
