/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import sc.fiji.sparsevit.training.Trainer;
import sc.fiji.sparsevit.training.TrainingListener;
import sc.fiji.sparsevit.training.TrainingPace;
import sc.fiji.sparsevit.training.TrainingPlan;
import sc.fiji.sparsevit.training.TrainingPlot;
import sc.fiji.sparsevit.training.TrainingStep;
import sc.fiji.sparsevit.training.ValidationScore;

/** Prints how a run goes; Ctrl-C ends it with its state saved. */
final class TrainingWatch implements TrainingListener, AutoCloseable {
  private static final int STEPS_PER_LINE = 50;

  private final PrintWriter terminal;
  private final TrainingPace pace;
  private final Path log;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean canceled;

  TrainingWatch(PrintWriter terminal, TrainingPlan plan) {
    this.terminal = terminal;
    pace = new TrainingPace(plan.options());
    log = plan.output().resolve(Trainer.LOG);
    Runtime.getRuntime().addShutdownHook(new Thread(this::cancel));
  }

  /** The JVM does not end before the run has saved its state. */
  private void cancel() {
    canceled = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stepped(TrainingStep step) {
    pace.add(step);
    if ((step.step() + 1) % STEPS_PER_LINE == 0) {
      terminal.println(pace.summary());
    }
  }

  @Override
  public void validated(long step, ValidationScore score, boolean best) {
    terminal.println(
        String.format(
            Locale.ROOT,
            "validation after %d steps: F1 %.3f, AUC %.3f, %.1f %% of authentic pixels flagged%s",
            step,
            score.f1(),
            score.auc(),
            100 * score.authenticFlagged(),
            best ? " (best so far)" : ""));
    draw();
  }

  /** A plot that cannot be drawn must not stop a run. */
  private void draw() {
    try {
      TrainingPlot.write(log);
    } catch (IOException e) {
      terminal.println("Warning: " + e.getMessage());
    }
  }

  @Override
  public boolean isCanceled() {
    return canceled;
  }

  @Override
  public void close() {
    if (Files.exists(log)) {
      draw();
    }
    ended.countDown();
  }
}
