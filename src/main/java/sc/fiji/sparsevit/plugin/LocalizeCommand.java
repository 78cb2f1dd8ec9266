/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.EvidenceSearch;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.PairTable;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.Region;
import sc.fiji.sparsevit.region.RegionTable;

/**
 * Shows where the active image was manipulated.
 *
 * <p>From a SciJava script, here in Groovy:
 *
 * <pre>{@code
 * #@ ImagePlus image
 * #@ CommandService commands
 * found = commands.run("sc.fiji.sparsevit.plugin.LocalizeCommand", true,
 *     "image", image, "threshold", 0.3d).get()
 * println(found.getOutput("summary"))
 * }</pre>
 */
@Plugin(
    type = Command.class,
    label = "SparseViT Manipulation Localization",
    visible = false,
    headless = true,
    priority = Priority.HIGH)
public final class LocalizeCommand extends CalibratedCommand implements Previewable {

  @Parameter(
      label = "Image",
      description =
          "The image to analyze; default: the active image. An area selection limits the search."
              + " Its pixels are not changed.",
      autoFill = false,
      required = false,
      persist = false)
  private ImagePlus image;

  @Parameter(
      label = "Stack",
      description = "current: the displayed slice. all: every slice and frame.",
      choices = {"current", "all"},
      persist = false)
  private String stack = "current";

  @Parameter(
      label = "Panels",
      description =
          RegionHelp.PANELS + " With manager, the rectangles in the ROI Manager are its panels.",
      choices = {"auto", "off", "manager"},
      persist = false)
  private String panels = LocalizationOptions.defaults().panels().toString();

  @Parameter(
      label = "Output folder",
      description = RegionHelp.OUTPUT + " Leave empty to save nothing.",
      style = CommandDialog.DIRECTORY,
      required = false,
      persist = false)
  private String output = "";

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "Probability",
      description =
          "32-bit image with values from 0 to 1 that covers the analyzed area; a stack for a"
              + " stack.")
  private ImagePlus probability;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "Regions",
      description = "Table with one row per region for review.")
  private ResultsTable regions;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "Pairs",
      description =
          "Table with a line for each pair of parts that show the same; none if copies is off.")
  private ResultsTable pairs;

  private RegionPreview preview;
  private List<Localization> found;

  @Override
  String subject() {
    return image == null ? "" : image.getTitle();
  }

  @Override
  String work(ProgressListener progress) throws IOException {
    requireImage();
    if (preview != null) {
      preview.end();
    }
    var task = task();
    var files = output.isBlank() ? null : OutputFolder.at(output.strip());
    var warnings = new LinkedHashSet<String>();
    found = task.run(SharedLocalizer.ofSession(), progress, warnings::add);
    found.stream().flatMap(each -> each.mapping().notes().stream()).forEach(warnings::add);
    warnings.addAll(OpenImage.notes(image));
    warnings.forEach(warning -> Log.line(image.getTitle() + ": " + warning));
    ResultDisplay.overlays(image, found);
    probability = MapImage.of(image, found);
    regions = RegionTable.of(image.getTitle(), regions(found));
    if (options().copies() == EvidenceSearch.ON) {
      pairs = PairTable.of(found.stream().flatMap(each -> each.copies().stream()).toList());
    }
    if (files != null) {
      files.write(task, found);
    }
    return image.getTitle() + ": " + ResultSentence.of(found);
  }

  private static List<Region> regions(List<Localization> found) {
    return found.stream().flatMap(each -> each.regions().regions().stream()).toList();
  }

  private void requireImage() {
    if (image == null) {
      throw new IllegalArgumentException(ActiveImage.NONE);
    }
    ActiveImage.requireForeign(image);
  }

  @Override
  void show() {
    ResultDisplay.show(image, probability, found);
    if (GraphicsEnvironment.isHeadless()) {
      Log.line(summary());
    }
  }

  @Override
  public void preview() {
    if (preview == null) {
      preview = new RegionPreview(image);
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

  private ImageAnalysis task() throws IOException {
    var calibrated = profile();
    var choice = PanelChoice.of(panels, image);
    return new ImageAnalysis(
        image,
        StackChoice.of(stack).positions(image),
        ProfileChoice.options(calibrated, options()).withPanels(choice.search()),
        calibrated,
        model(),
        choice.given());
  }
}
