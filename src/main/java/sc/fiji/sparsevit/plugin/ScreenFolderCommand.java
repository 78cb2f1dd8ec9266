/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.Mode;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.PictureLocalizer;
import sc.fiji.sparsevit.batch.Screening;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.ProgressListener;

/**
 * Screens a folder, a list of images or a PDF, and leaves a report. Its fields are the definition
 * of the parameters, as those of {@link LocalizeCommand} are.
 */
@Plugin(
    type = Command.class,
    headless = true,
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "Forensics"),
      @Menu(label = "SparseViT Screen Folder")
    })
public final class ScreenFolderCommand implements Command {

  @Parameter(
      label = "Folder, PDF or list",
      description = "A folder with pictures and PDFs, a picture, a PDF, or a list as .txt or .csv.",
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String input = "";

  @Parameter(
      label = "Results",
      description = "Folder for the results and the report; the same one again goes on with them.",
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String output = "";

  @Parameter(
      label = "Only files",
      description =
          "As *.png or figures/**, several with semicolons; empty: all pictures and PDFs.",
      required = false,
      persist = false)
  private String include = "";

  @Parameter(
      label = "Not files",
      description = "As *_mask.png, several with semicolons.",
      required = false,
      persist = false)
  private String exclude = "";

  @Parameter(
      label = "PDF pages as printed (dpi)",
      description = "Also looks at pages without a raster image, at this resolution; 0: does not.",
      min = "0",
      persist = false)
  private int rasterize_pages;

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

  @Parameter(
      label = "Threshold",
      description = "Pixels with a higher probability than this belong to a region for review.",
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

  @Override
  public void run() {
    Attempt.run(this::screen);
  }

  private void screen(ProgressListener progress) throws IOException {
    var calibrated = ProfileChoice.of(profile.strip());
    var screening = screening(calibrated);
    var summary =
        SharedLocalizer.ofSession()
            .use(
                ModelKey.of(model.strip(), DeviceChoice.of(device)),
                Log::line,
                localizer -> {
                  calibrated.ifPresent(found -> found.requireModel(localizer.model().sha256()));
                  return screening.run(PictureLocalizer.of(localizer), progress, Log::line);
                });
    Log.line(summary.sentence() + " See " + screening.output().resolve("report.html"));
  }

  private Screening screening(Optional<CalibrationProfile> calibrated) {
    var chosen = new LocalizationOptions(Mode.of(mode), threshold, min_area);
    return new Screening(
        List.of(FilePath.of("input", input)),
        new InputPatterns(patterns(include), patterns(exclude)),
        FilePath.of("output", output),
        new ScreeningOptions(
            ProfileChoice.options(calibrated, chosen),
            DeviceChoice.of(device),
            rasterize_pages,
            calibrated.map(CalibrationProfile::recorded).orElse(null)));
  }

  private static List<String> patterns(String text) {
    return Stream.of(text.split(";")).map(String::strip).filter(glob -> !glob.isEmpty()).toList();
  }
}
