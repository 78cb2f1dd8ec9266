/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.util.LinkedHashSet;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.Mode;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.inference.DeviceChoice;

/**
 * Shows where the active image was manipulated. Its fields are the definition of the parameters:
 * ImageJ 1.x's dialog and macro strings are derived from them by {@link CommandPlugIn}. No value is
 * remembered, so that a macro that leaves one out means the same every time.
 *
 * <p>From a SciJava script, here in Groovy:
 *
 * <pre>{@code
 * #@ ImagePlus image
 * #@ CommandService commands
 * commands.run("sc.fiji.sparsevit.plugin.LocalizeCommand", true,
 *     "image", image, "mode", "native", "threshold", 0.3d).get()
 * println(image.getOverlay())
 * }</pre>
 */
@Plugin(
    type = Command.class,
    headless = true,
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "Forensics"),
      @Menu(label = "SparseViT Manipulation Localization")
    })
public final class LocalizeCommand implements Command, Previewable {

  @Parameter(
      label = "Image",
      description = "The image to look at; an area selection limits the search. It is not altered.",
      persist = false)
  private ImagePlus image;

  @Parameter(
      label = "Mode",
      description =
          "native: at the image's own resolution, in overlapping windows."
              + " paper: squashed to 512x512, as in the publication.",
      choices = {"native", "paper"},
      persist = false)
  private String mode = "native";

  @Parameter(
      label = "Model",
      description = "lite, which is built in, or a .safetensors or .pth file.",
      style = CommandDialog.FILE,
      persist = false)
  private String model = ModelCatalog.DEFAULT;

  @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
  private final String about_base =
      "<html><p style='width:300px'>" + ModelCatalog.BASE_SOURCE + "</p></html>";

  @Parameter(
      label = "Threshold",
      description =
          "Pixels with a higher probability than this belong to a region for review;"
              + " once there is a map, regions follow it at once.",
      min = "0",
      max = "1",
      stepSize = "0.01",
      style = "slider,format:0.00",
      persist = false)
  private double threshold = 0.5;

  @Parameter(
      label = "Minimum area (pixels)",
      description = "Regions with fewer pixels are left out.",
      min = "0",
      persist = false)
  private int min_area = 64;

  @Parameter(
      label = "Calibration profile",
      description =
          "Name or file of a profile made with SparseViT Calibrate for the same model; it brings"
              + " mode, threshold and minimum area. None if empty.",
      style = CommandDialog.PROFILE,
      required = false,
      persist = false)
  private String profile = "";

  @Parameter(
      label = "Device",
      description = "auto: a GPU if PyTorch finds one that works, else the CPU.",
      choices = {"auto", "cpu", "gpu"},
      persist = false)
  private String device = "auto";

  @Parameter(
      label = "Stack",
      description = "current: the slice that you see. all: every slice and frame.",
      choices = {"current", "all"},
      persist = false)
  private String stack = "current";

  @Parameter(
      label = "Output folder",
      description =
          "Where map, mask, overlay, ROIs, table and run record are written to; none if empty.",
      style = CommandDialog.DIRECTORY,
      required = false,
      persist = false)
  private String output = "";

  private Preview preview;

  @Override
  public void run() {
    Attempt.run(
        progress -> {
          var task = task();
          var files = output.isBlank() ? null : OutputFolder.at(output.strip());
          var warnings = new LinkedHashSet<String>();
          var found = task.run(SharedLocalizer.ofSession(), progress, warnings::add);
          warnings.forEach(Log::line);
          Results.show(image, found);
          if (files != null) {
            files.write(task, found);
          }
        });
  }

  @Override
  public void preview() {
    if (preview == null) {
      preview = new Preview(image);
    }
    try {
      preview.show(task());
    } catch (IOException | IllegalArgumentException notYet) {
      IJ.showStatus(notYet.getMessage());
    }
  }

  @Override
  public void cancel() {
    if (preview != null) {
      preview.undo();
    }
  }

  private LocalizationTask task() throws IOException {
    var chosen = new LocalizationOptions(Mode.of(mode), threshold, min_area);
    var calibrated = ProfileChoice.of(profile.strip());
    return new LocalizationTask(
        image,
        StackChoice.of(stack).positions(image),
        ProfileChoice.options(calibrated, chosen),
        calibrated,
        ModelKey.of(model.strip(), DeviceChoice.of(device)));
  }
}
