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
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Shows where the active image was manipulated.
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
public final class LocalizeCommand extends CalibratedCommand implements Previewable {

  @Parameter(
      label = "Image",
      description = "The image to look at; an area selection limits the search. It is not altered.",
      persist = false)
  private ImagePlus image;

  @Parameter(
      label = "Stack",
      description = "current: the slice that you see. all: every slice and frame.",
      choices = {"current", "all"},
      persist = false)
  private String stack = "current";

  @Parameter(
      label = "Output folder",
      description = RegionHelp.OUTPUT + " None if empty.",
      style = CommandDialog.DIRECTORY,
      required = false,
      persist = false)
  private String output = "";

  private RegionPreview preview;

  @Override
  void work(ProgressListener progress) throws IOException {
    var task = task();
    var files = output.isBlank() ? null : OutputFolder.at(output.strip());
    var warnings = new LinkedHashSet<String>();
    var found = task.run(SharedLocalizer.ofSession(), progress, warnings::add);
    warnings.forEach(Log::line);
    ResultDisplay.show(image, found);
    if (files != null) {
      files.write(task, found);
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
    return new ImageAnalysis(
        image,
        StackChoice.of(stack).positions(image),
        ProfileChoice.options(calibrated, options()),
        calibrated,
        model());
  }
}
