/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.ablation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.evaluation.Evaluation;
import sc.fiji.sparsevit.evaluation.EvaluationOptions;
import sc.fiji.sparsevit.evaluation.EvaluationSummary;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.training.Trainer;
import sc.fiji.sparsevit.training.TrainingListener;
import sc.fiji.sparsevit.training.TrainingRun;
import sc.fiji.sparsevit.training.TrainingStep;

/**
 * Trains every configuration on the same samples, with the same seeds, for the same number of
 * steps, measures its last weights on the same data sets, and writes the tables and the gallery
 * again after every run. It can be stopped at any moment and resumes when it is started again.
 *
 * <pre>{@code
 * Ablation.run(plan, AblationListener.NONE);
 * }</pre>
 */
public final class Ablation {

  private final AblationPlan plan;
  private final AblationListener listener;
  private final Map<String, List<AblationResult>> results = new LinkedHashMap<>();

  private Ablation(AblationPlan plan, AblationListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  /**
   * @return the page with the tables
   * @throws IOException when something cannot be read or written, or a run in the output folder was
   *     begun with another plan
   * @throws CancellationException when the listener says so
   */
  public static Path run(AblationPlan plan, AblationListener listener)
      throws IOException, InterruptedException {
    return new Ablation(plan, listener).run();
  }

  private Path run() throws IOException, InterruptedException {
    int runs = plan.configs().size() * plan.seeds().size();
    int number = 0;
    // Seed by seed, so that a stopped ablation has a table of all configurations early.
    for (long seed : plan.seeds()) {
      for (var config : plan.configs()) {
        listener.started(config, seed, ++number, runs);
        train(config, seed);
        var result =
            new AblationResult(config, seed, plan.folder(config, seed), measure(config, seed));
        results.computeIfAbsent(config, key -> new ArrayList<>()).add(result);
        new AblationReport(plan, results).write();
      }
    }
    return plan.output().resolve(AblationReport.PAGE);
  }

  private void train(String config, long seed) throws IOException, InterruptedException {
    var training = plan.training(config, seed);
    var watch =
        new TrainingListener() {
          @Override
          public void stepped(TrainingStep step) {
            listener.stepped(step);
          }

          @Override
          public boolean isCanceled() {
            return listener.isCanceled();
          }
        };
    if (Files.exists(training.output().resolve(Trainer.STATE))) {
      TrainingRun.resume(training, watch, listener::note);
    } else {
      TrainingRun.start(training, watch, listener::note);
    }
    requireGoingOn();
  }

  private List<EvaluationSummary> measure(String config, long seed) throws IOException {
    var folder = plan.folder(config, seed);
    var summaries = new ArrayList<EvaluationSummary>();
    var weights = folder.resolve(Trainer.LATEST).toString();
    var compute = ComputeOptions.defaults().withDevice(plan.device());
    try (var localizer = ManipulationLocalizer.open(weights, compute, listener::note)) {
      for (var set : plan.sets()) {
        var name = AblationPlan.name(set);
        var options =
            EvaluationOptions.of(set, folder.resolve(name))
                .withLocalization(plan.localization())
                .withLimit(plan.limit())
                .withResume(true);
        var summary = Evaluation.run(localizer, options, progress(name));
        noteProblems(config, name, summary);
        summaries.add(summary);
      }
    }
    return summaries;
  }

  /** Otherwise an empty row of the table would be all that is seen of it. */
  private void noteProblems(String config, String set, EvaluationSummary summary) {
    var problems = summary.problems();
    if (!problems.isEmpty()) {
      var first = problems.get(0);
      listener.note(
          String.format(
              Locale.ROOT,
              "%s on %s: %d images could not be used; the first, %s: %s",
              config,
              set,
              problems.size(),
              first.input(),
              first.reason()));
    }
  }

  private ProgressListener progress(String set) {
    return new ProgressListener() {
      @Override
      public void progress(long done, long total) {
        listener.measured(set, done, total);
      }

      @Override
      public boolean isCanceled() {
        return listener.isCanceled();
      }
    };
  }

  private void requireGoingOn() {
    if (listener.isCanceled()) {
      throw new CancellationException(
          "the ablation was canceled; rerun the same command to resume");
    }
  }
}
