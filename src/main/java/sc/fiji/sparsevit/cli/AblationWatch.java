/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import sc.fiji.sparsevit.ablation.AblationListener;
import sc.fiji.sparsevit.training.TrainingOptions;
import sc.fiji.sparsevit.training.TrainingPace;
import sc.fiji.sparsevit.training.TrainingStep;

/** Prints how an ablation goes; Ctrl-C ends it with its state saved. */
final class AblationWatch implements AblationListener, AutoCloseable {
  private static final int STEPS_PER_LINE = 50;

  private final PrintWriter terminal;
  private final TrainingOptions options;
  private final CountDownLatch ended = new CountDownLatch(1);
  private TrainingPace pace;
  private volatile boolean canceled;

  AblationWatch(PrintWriter terminal, TrainingOptions options) {
    this.terminal = terminal;
    this.options = options;
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
  public void started(String config, long seed, int number, int runs) {
    pace = new TrainingPace(options);
    terminal.println(
        String.format(Locale.ROOT, "%s, seed %s (run %s of %s)", config, seed, number, runs));
  }

  @Override
  public void note(String sentence) {
    terminal.println(sentence);
  }

  @Override
  public void stepped(TrainingStep step) {
    pace.add(step);
    if ((step.step() + 1) % STEPS_PER_LINE == 0) {
      terminal.println(pace.summary());
    }
  }

  @Override
  public void measured(String set, long done, long total) {
    if (done == total) {
      terminal.println(String.format(Locale.ROOT, "evaluated on %s: %s images", set, total));
    }
  }

  @Override
  public boolean isCanceled() {
    return canceled;
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
