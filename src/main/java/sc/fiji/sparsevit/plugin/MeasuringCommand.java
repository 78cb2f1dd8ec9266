/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.Mode;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.evaluation.ResultText;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.ProgressListener;

/** Measures a model on images whose truth is known, and says the results in ImageJ's log. */
abstract class MeasuringCommand implements Command {

  @Parameter(
      label = "Model",
      description = "lite, which is built in, or a .safetensors or .pth file.",
      style = CommandDialog.FILE,
      persist = false)
  private String model = ModelCatalog.DEFAULT;

  @Parameter(
      label = "Mode",
      description =
          "native: at each image's own resolution, in overlapping windows."
              + " paper: squashed to 512x512, as in the publication.",
      choices = {"native", "paper"},
      persist = false)
  private String mode = "native";

  @Parameter(
      label = "Minimum area (pixels)",
      description = "Regions with fewer pixels are left out.",
      min = "0",
      persist = false)
  private int min_area = 64;

  @Parameter(
      label = "Device",
      description = "auto: a GPU if PyTorch finds one that works, else the CPU.",
      choices = {"auto", "cpu", "gpu"},
      persist = false)
  private String device = "auto";

  @Override
  public final void run() {
    Attempt.run(progress -> Log.results(measure(progress)));
  }

  abstract ResultText measure(ProgressListener progress) throws IOException;

  /** As the user chose, with the default threshold. */
  final LocalizationOptions options() {
    return LocalizationOptions.defaults().withMode(Mode.of(mode)).withMinimumArea(min_area);
  }

  final <T> T withModel(SharedLocalizer.Work<T> work) throws IOException {
    var key = ModelKey.of(model.strip(), DeviceChoice.of(device));
    return SharedLocalizer.ofSession().use(key, Log::line, work);
  }
}
