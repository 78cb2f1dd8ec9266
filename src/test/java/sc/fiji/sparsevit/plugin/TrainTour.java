/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.gui.PlotWindow;
import java.awt.TextField;
import java.nio.file.Path;
import sc.fiji.sparsevit.training.TestSet;

/** Trains from the menu until the plot is there, and ends the run by closing it. */
final class TrainTour {

  private static final String COMMAND = "SparseViT Train";

  private final Path folder;
  private final Person person;

  private TrainTour(Path folder, Path screenshots) throws Exception {
    this.folder = folder;
    person = new Person(screenshots);
  }

  /** A folder for data and the run, and that for the screenshots are the arguments. */
  public static void main(String[] arguments) {
    Person.does(() -> new TrainTour(Path.of(arguments[0]), Path.of(arguments[1])).run());
  }

  private void run() throws Exception {
    var data = TestSet.write(folder.resolve("data"), 2, 2, 90).toString();
    var run = folder.resolve("run");
    Person.startImageJ();
    IJ.doCommand(COMMAND);
    var dialog = person.dialog();
    person.type(dialog, "", data, data, "lite", run.toString());
    ((TextField) dialog.getNumericFields().get(0)).setText("1000");
    person.screenshot("train-dialog.png");
    person.press(dialog, "  OK  ");
    person.waitFor(() -> ImageJ.getStatusBarText().contains("press Esc to stop"));
    person.waitFor(() -> plot() != null && plot().getPlot() != null);
    var plot = plot();
    assertThat(plot.getPlot().getPlotObjectDesignations()).hasSizeGreaterThanOrEqualTo(2);
    person.screenshot("train-plot.png");
    person.waitFor(() -> ImageJ.getStatusBarText().contains("press Esc to stop"));
    plot.close();
    person.waitForLog("training stopped; its state is saved, choose resume to continue");
    assertThat(run.toFile().list()).contains("state.safetensors", "log.csv", "training_plot.png");
    assertThat(plot()).isNull();
  }

  private static PlotWindow plot() {
    var image = WindowManager.getImage("Training");
    return image != null && image.getWindow() instanceof PlotWindow window ? window : null;
  }
}
