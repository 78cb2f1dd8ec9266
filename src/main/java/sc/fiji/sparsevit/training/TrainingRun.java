/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Consumer;
import sc.fiji.sparsevit.io.SkippedFiles;

/**
 * Trains as planned.
 *
 * <pre>{@code
 * TrainingRun.start(plan, new TrainingListener() {}, System.out::println);
 * }</pre>
 */
public final class TrainingRun {

  private TrainingRun() {}

  /**
   * Begins a run, and ends when it is done or the listener cancels.
   *
   * @param notes told, in sentences, what a person should know: before it starts, and of files that
   *     turn out to be unusable; by several threads
   * @throws IOException when the folder holds a run already, or something that is needed cannot be
   *     read or written
   * @throws IllegalArgumentException when the parts of the plan do not fit together
   */
  public static void start(TrainingPlan plan, TrainingListener listener, Consumer<String> notes)
      throws IOException, InterruptedException {
    if (Files.exists(plan.output().resolve(Trainer.STATE))) {
      throw new IOException(
          plan.output() + " already contains a run; resume it or choose another folder.");
    }
    var weights = StartingWeights.of(plan.from(), plan.enlarged());
    try (var trainer = trainer(plan, weights, notes)) {
      weights.put(trainer.network(), plan.preset(), trainer.source(), notes);
      trainer.restart();
      trainer.run(listener);
    }
  }

  /**
   * Goes on with a run that was stopped, with the same plan.
   *
   * @throws IOException when the folder contains no run or one of another plan, or something that
   *     is needed cannot be read or written
   * @throws IllegalArgumentException when the parts of the plan do not fit together
   */
  public static void resume(TrainingPlan plan, TrainingListener listener, Consumer<String> notes)
      throws IOException, InterruptedException {
    if (!Files.exists(plan.output().resolve(Trainer.STATE))) {
      throw new IOException(plan.output() + " contains no run to resume; start one there.");
    }
    try (var trainer = trainer(plan, StartingWeights.of(plan.from(), plan.enlarged()), notes)) {
      trainer.resume();
      notes.accept(String.format(Locale.ROOT, "resuming after %d steps", trainer.steps()));
      trainer.run(listener);
    }
  }

  private static Trainer trainer(TrainingPlan plan, StartingWeights weights, Consumer<String> notes)
      throws IOException {
    var config = weights.config(plan.config(), plan.preset());
    plan.size().requireMultiple(config.inputMultiple());
    var material = TrainingMaterial.open(plan, new SkippedFiles(notes));
    notes.accept(
        String.format(
            Locale.ROOT,
            "training on samples of %d x %d pixels, results in %s",
            plan.size().width(),
            plan.size().height(),
            plan.output()));
    return new Trainer(
        config,
        plan.options(),
        material.source(),
        material.validation(),
        plan.output(),
        plan.device(),
        notes);
  }
}
