/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
// Shows where the active image was manipulated and prints its regions for review.
//
// In Fiji: File > New > Script..., language Java, and Run. Options that are left out
// have their defaults; the command never asks and shows nothing: it returns its results.

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.plugin.Parameter;

public class Localize_Image implements Command {

  @Parameter private ImagePlus image;

  @Parameter private CommandService commands;

  @Parameter(type = ItemIO.OUTPUT)
  private String summary;

  @Override
  public void run() {
    try {
      var found =
          commands
              .run(
                  "sc.fiji.sparsevit.plugin.LocalizeCommand",
                  false,
                  "image",
                  image,
                  "threshold",
                  0.3,
                  "min_area",
                  64)
              .get();
      summary = (String) found.getOutput("summary");
      var map = (ImagePlus) found.getOutput("probability");
      var regions = (ResultsTable) found.getOutput("regions");
      System.out.println(map.getTitle() + ": " + map.getStatistics().max);
      for (int row = 0; row < regions.size(); row++) {
        System.out.println(
            regions.getStringValue("Region", row)
                + ": "
                + regions.getValue("Area", row)
                + " pixels");
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
