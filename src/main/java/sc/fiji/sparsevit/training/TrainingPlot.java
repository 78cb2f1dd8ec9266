/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ij.gui.Plot;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.io.Csv;
import sc.fiji.sparsevit.io.WholeFile;

/** Draws a run's log: loss, F1 of the training batches and F1 of the validations over the steps. */
public final class TrainingPlot {

  /** The picture's name, next to the log. */
  public static final String FILE = "training_plot.png";

  /** Points of a curve; each is the mean of as many steps as it takes. */
  private static final int POINTS = 200;

  private static final int WIDTH = 800;
  private static final int HEIGHT = 450;

  private TrainingPlot() {}

  /**
   * The plot of a log with the columns step, loss, f1 and validation_f1.
   *
   * @throws IOException when there is no such log
   */
  public static Plot of(Path log) throws IOException {
    var lines = new ArrayList<List<String>>();
    for (var line : Files.readAllLines(log)) {
      lines.add(Csv.fields(line));
    }
    var plot = new Plot("Training", "Optimizer step", "Loss, pixel F1");
    plot.setSize(WIDTH, HEIGHT);
    var legend = new StringBuilder();
    add(plot, Curve.of(lines, "loss", POINTS), Color.GRAY, "loss", legend);
    add(plot, Curve.of(lines, "f1", POINTS), Color.BLUE, "F1, training", legend);
    add(plot, Curve.of(lines, "validation_f1", lines.size()), Color.RED, "F1, validation", legend);
    plot.setColor(Color.BLACK);
    plot.addLegend(legend.toString());
    plot.setLimitsToFit(false);
    return plot;
  }

  /**
   * Draws the log into {@value #FILE} in its folder.
   *
   * @throws IOException when there is no such log, or its folder cannot be written to
   */
  public static void write(Path log) throws IOException {
    var picture = of(log).getProcessor().getBufferedImage();
    WholeFile.write(log.resolveSibling(FILE), part -> ImageIO.write(picture, "png", part.toFile()));
  }

  private static void add(Plot plot, Curve curve, Color color, String label, StringBuilder legend) {
    if (curve.x.length > 0) {
      plot.setColor(color);
      plot.setLineWidth(2);
      plot.addPoints(curve.x, curve.y, curve.x.length > 1 ? Plot.LINE : Plot.CIRCLE);
      legend.append(label).append('\n');
    }
  }

  /** The values of one column over the steps, without those that are missing. */
  private record Curve(double[] x, double[] y) {

    static Curve of(List<List<String>> lines, String column, int points) {
      var heading = lines.get(0);
      int index = heading.indexOf(column);
      var known =
          lines.stream()
              .skip(1)
              .filter(values -> values.size() == heading.size())
              .filter(values -> !values.get(index).isEmpty() && !values.get(index).equals("NaN"))
              .toList();
      int perPoint = Math.max(1, (known.size() + points - 1) / points);
      int count = (known.size() + perPoint - 1) / perPoint;
      var curve = new Curve(new double[count], new double[count]);
      for (int i = 0; i < count; i++) {
        var group = known.subList(i * perPoint, Math.min(known.size(), (i + 1) * perPoint));
        curve.x[i] = mean(group, 0);
        curve.y[i] = mean(group, index);
      }
      return curve;
    }

    private static double mean(List<List<String>> lines, int column) {
      return lines.stream()
          .mapToDouble(line -> Double.parseDouble(line.get(column)))
          .average()
          .orElseThrow();
    }
  }
}
