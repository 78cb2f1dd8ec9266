/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.diagnosis.SampleImage;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Opens the forged image that is built in and shows where it was manipulated. */
@Plugin(
    type = Command.class,
    label = "Try a Sample Image",
    visible = false,
    headless = true,
    priority = Priority.HIGH)
public final class SampleCommand extends ForensicCommand {

  private static final String TRUTH =
      " The truth: the cluster at the lower right is a copy of the one at the upper edge.";

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "Image",
      description = "The sample image, 16-bit gray, with the regions for review as overlay.")
  private ImagePlus image;

  private final LocalizeCommand localize = new LocalizeCommand();

  @Override
  String subject() {
    return SampleImage.NAME;
  }

  @Override
  String work(ProgressListener progress) throws IOException {
    image = SampleImage.open();
    new CommandModule(new CommandInfo(LocalizeCommand.class), localize).setInput("image", image);
    localize.checkParameters();
    localize.found(localize.work(progress) + "." + TRUTH);
    return localize.summary();
  }

  @Override
  void show() {
    image.show();
    localize.show();
  }
}
