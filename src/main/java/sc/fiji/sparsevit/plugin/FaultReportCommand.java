/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.text.TextWindow;
import java.awt.GraphicsEnvironment;
import org.scijava.ItemIO;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.diagnosis.Diagnosis;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Shows what a fault report needs, to be copied or saved from ImageJ's text window. */
@Plugin(
    type = Command.class,
    label = "SparseViT Fault Report",
    visible = false,
    headless = true,
    priority = Priority.HIGH)
public final class FaultReportCommand extends ForensicCommand {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 500;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "Report",
      description =
          "Versions, the machine, and the result of a self-test, as text; nothing from your"
              + " images.")
  private String report;

  private boolean passed;

  @Override
  String work(ProgressListener progress) {
    var diagnosis = Diagnosis.run();
    report = diagnosis.text();
    passed = diagnosis.passed();
    return passed ? "the self-test passed" : "the self-test failed";
  }

  @Override
  void show() {
    if (GraphicsEnvironment.isHeadless()) {
      report.lines().forEach(Log::line);
    } else {
      new TextWindow("SparseViT fault report", report, WIDTH, HEIGHT);
    }
  }
}
