/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.PictureLocalizer;
import sc.fiji.sparsevit.batch.ReuseOptions;
import sc.fiji.sparsevit.batch.Screening;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.help.ScreeningHelp;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Screens a folder, a list of images or a PDF, and leaves a report. */
@Plugin(
    type = Command.class,
    label = "SparseViT Screen Folder",
    visible = false,
    headless = true,
    priority = Priority.HIGH)
public final class ScreenFolderCommand extends CalibratedCommand {

  @Parameter(
      label = "Folder, file, or list",
      description = ScreeningHelp.INPUT,
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String input = "";

  @Parameter(
      label = "Output folder",
      description = ScreeningHelp.OUTPUT,
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String output = "";

  @Parameter(
      label = "Include",
      description = ScreeningHelp.INCLUDE + SeveralValues.HELP,
      required = false,
      persist = false)
  private String include = "";

  @Parameter(
      label = "Exclude",
      description = ScreeningHelp.EXCLUDE + SeveralValues.HELP,
      required = false,
      persist = false)
  private String exclude = "";

  @Parameter(
      label = "Rasterize PDF pages at (dpi)",
      description = ScreeningHelp.RASTERIZE_PAGES,
      min = "0",
      persist = false)
  private Object rasterize_pages = 0;

  @Parameter(
      label = "Panels",
      description = RegionHelp.PANELS,
      choices = {"auto", "off"},
      persist = false)
  private String panels = "auto";

  @Parameter(
      label = "Compare images",
      description = ScreeningHelp.REUSE,
      choices = {"on", "off"},
      persist = false)
  private String reuse = "on";

  @Parameter(
      label = "Archive folder",
      description = ScreeningHelp.ARCHIVE,
      style = CommandDialog.DIRECTORY,
      required = false,
      persist = false)
  private String archive = "";

  @Parameter(
      label = "Images in the archive",
      description = ScreeningHelp.ARCHIVE_IMAGES,
      choices = {"thumbnails", "full"},
      persist = false)
  private String archive_images = "thumbnails";

  @Override
  String activity() {
    return "screening";
  }

  @Override
  String work(ProgressListener progress) throws IOException {
    var calibrated = profile();
    var screening = screening(calibrated);
    var summary =
        withModel(
            localizer -> {
              calibrated.ifPresent(found -> found.requireModel(localizer.model().sha256()));
              return screening.run(PictureLocalizer.of(localizer), progress, Log::line);
            });
    var found = summary.sentence() + " See " + screening.output().resolve("report.html");
    Log.line(found);
    return found;
  }

  private Screening screening(Optional<CalibrationProfile> calibrated) {
    return new Screening(
        List.of(FilePath.of("input", input)),
        new InputPatterns(SeveralValues.of(include), SeveralValues.of(exclude)),
        FilePath.of("output", output),
        new ScreeningOptions(
            ProfileChoice.options(calibrated, options()).withPanels(PanelSearch.of(panels)),
            compute(),
            (Integer) rasterize_pages,
            calibrated.map(CalibrationProfile::recorded).orElse(null),
            ReuseOptions.of(
                reuse,
                archive.isBlank() ? null : FilePath.of("archive", archive).toString(),
                archive_images)));
  }
}
