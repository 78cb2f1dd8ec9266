/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import ij.gui.PointRoi;
import java.awt.Point;
import java.io.IOException;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.attention.AttentionFiles;
import sc.fiji.sparsevit.attention.AttentionStack;
import sc.fiji.sparsevit.attention.AttentionStudy;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.help.AttentionHelp;
import sc.fiji.sparsevit.help.ModelHelp;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Shows where the network looks from the point that is selected in the active image. From the menu,
 * the maps follow when the point is moved, as long as their window is open.
 */
@Plugin(
    type = Command.class,
    label = "SparseViT Attention",
    visible = false,
    headless = true,
    priority = Priority.HIGH)
public final class AttentionCommand extends ForensicCommand {

  @Parameter(
      label = "Image",
      description =
          "The image to analyze, with a point selection; default: the active image. Its pixels are"
              + " not changed.",
      autoFill = false,
      required = false,
      persist = false)
  private ImagePlus image;

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
      label = "Mode",
      description = AttentionHelp.MODE,
      choices = {"native", "paper"},
      persist = false)
  private String mode = LocalizationOptions.defaults().mode().toString();

  @Parameter(
      label = "Output folder",
      description = AttentionHelp.OUTPUT + " Leave empty to save nothing.",
      style = CommandDialog.DIRECTORY,
      required = false,
      persist = false)
  private String output = "";

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "Attention",
      description =
          "32-bit stack with one slice per block: first as the network computes it, then with dense"
              + " attention.")
  private ImagePlus attention;

  private Point point;
  private AttentionStudy study;

  @Override
  String subject() {
    return image == null ? "" : image.getTitle();
  }

  @Override
  String work(ProgressListener progress) throws IOException {
    if (image == null) {
      throw new IllegalArgumentException(ActiveImage.NONE);
    }
    ActiveImage.requireForeign(image);
    if (!(image.getRoi() instanceof PointRoi selected)) {
      throw new IllegalArgumentException(
          "select a point in the image with the point tool first; the maps show what that point"
              + " attends to");
    }
    point = selected.getBounds().getLocation();
    try (var look = look()) {
      study = look.study(point.x, point.y);
      attention = new AttentionStack(study).at(point.x, point.y, image.getTitle() + " attention");
      ActiveImage.markOwn(attention);
      if (!output.isBlank()) {
        AttentionFiles.write(
            study,
            point.x,
            point.y,
            FilePath.of("output", output),
            image.getShortTitle(),
            look.title(point.x, point.y));
      }
    }
    return String.format(
        Locale.ROOT, "%s: attention from %s, %s", image.getTitle(), point.x, point.y);
  }

  @Override
  void show() {
    new AttentionView(look(), study, attention).show(point.x, point.y);
  }

  private AttentionLook look() {
    var compute = new ComputeOptions(DeviceChoice.of(device), PrecisionChoice.FLOAT32);
    return new AttentionLook(
        image,
        model.strip(),
        compute,
        LocalizationMode.of(mode).requireOneLook() == LocalizationMode.PAPER);
  }
}
