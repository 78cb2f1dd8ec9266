/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.training.Trainer;
import sc.fiji.sparsevit.training.TrainingListener;
import sc.fiji.sparsevit.training.TrainingPace;
import sc.fiji.sparsevit.training.TrainingPlan;
import sc.fiji.sparsevit.training.TrainingPlot;
import sc.fiji.sparsevit.training.TrainingStep;
import sc.fiji.sparsevit.training.ValidationScore;

/** Shows a run's loss and F1 while it goes; Escape, or closing the plot, ends it saved. */
final class TrainingWindow implements TrainingListener {

  private static final int STEPS_PER_PLOT = 10;

  private final TrainingPace pace;
  private final long steps;
  private final Path log;
  private final ProgressListener progress;
  private PlotWindow window;

  TrainingWindow(TrainingPlan plan, ProgressListener progress) {
    this.progress = progress;
    pace = new TrainingPace(plan.options());
    steps = plan.options().steps();
    log = plan.output().resolve(Trainer.LOG);
  }

  void note(String sentence) {
    IJ.log(CommandRunner.NAME + ": " + sentence);
  }

  @Override
  public void stepped(TrainingStep step) {
    pace.add(step);
    progress.progress(step.step() + 1, steps);
    // In the place of what the bar says, which knows of no training.
    IJ.showStatus(pace.summary() + " (press Esc to stop)");
    // The step itself is not in the log yet.
    if (step.step() > 1 && step.step() % STEPS_PER_PLOT == 0) {
      draw();
    }
  }

  @Override
  public void validated(long step, ValidationScore score, boolean best) {
    note(
        String.format(
            Locale.ROOT,
            "validation F1 %.3f, AUC %.3f after %d steps%s",
            score.f1(),
            score.auc(),
            step,
            best ? ", the best so far" : ""));
  }

  @Override
  public boolean isCanceled() {
    return progress.isCanceled() || window != null && window.isClosed();
  }

  /** How a run came to its end, unless something went wrong; the log has it, too. */
  String ended() {
    var end =
        isCanceled()
            ? "training stopped; its state is saved, choose resume to continue"
            : "training finished; the best weights are in best.safetensors";
    note(end);
    return end;
  }

  /** The plot is written next to the log, if the run got far enough to have one. */
  void finish() {
    if (Files.exists(log)) {
      draw();
    }
  }

  /** A plot that cannot be drawn must not stop a run. */
  private void draw() {
    try {
      TrainingPlot.write(log);
      if (!GraphicsEnvironment.isHeadless()) {
        show(TrainingPlot.of(log));
      }
    } catch (IOException e) {
      note("the plot cannot be drawn: " + e.getMessage());
    }
  }

  private void show(Plot plot) {
    if (window == null) {
      window = plot.show();
    } else if (!window.isClosed()) {
      window.drawPlot(plot);
    }
  }
}
