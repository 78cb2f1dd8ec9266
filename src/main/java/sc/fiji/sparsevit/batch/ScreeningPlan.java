/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.EvidenceReport;
import sc.fiji.sparsevit.report.ReuseEvidence;
import sc.fiji.sparsevit.report.ReuseFiles;
import sc.fiji.sparsevit.report.RunRecord;
import sc.fiji.sparsevit.report.ScreenedPicture;
import sc.fiji.sparsevit.report.ScreeningFiles;
import sc.fiji.sparsevit.report.ScreeningSummary;

/**
 * What a screening comes to: tasks, and what is made of their outcomes. Nobody else writes to the
 * results until it is closed.
 *
 * <pre>{@code
 * try (var plan = screening.plan(ProgressListener.NONE, System.err::println)) {
 *   var outcomes = plan.tasks().stream().map(task -> task.run(localizer)).toList();
 *   plan.finish(localizer.model(), localizer.device(), outcomes);
 * }
 * }</pre>
 */
public final class ScreeningPlan implements AutoCloseable {
  private static final Comparator<ScreenedPicture> HIGHEST_SCORE_FIRST =
      Comparator.comparingDouble(ScreenedPicture::score)
          .reversed()
          .thenComparing(ScreenedPicture::stem);

  private final ResultsLock lock;
  private final Instant started;
  private final Screening screening;
  private final List<SkippedInput> problems;
  private final List<ScreeningTask> tasks;
  private final Consumer<String> messages;

  ScreeningPlan(
      ResultsLock lock,
      Instant started,
      Screening screening,
      List<SkippedInput> problems,
      List<ScreeningTask> tasks,
      Consumer<String> messages) {
    this.lock = lock;
    this.started = started;
    this.screening = screening;
    this.problems = problems;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** One for each input, to be run in any order, anywhere that sees the inputs and the results. */
  public List<ScreeningTask> tasks() {
    return tasks;
  }

  /** Finishes without anybody watching. */
  public ScreeningSummary finish(
      ModelIdentity model, String device, List<ScreeningOutcome> outcomes) throws IOException {
    return finish(model, device, outcomes, ProgressListener.NONE);
  }

  /**
   * Compares the pictures with one another if that is asked for, and writes the tables and the
   * report over all.
   *
   * @param model that the tasks were run with
   * @param device that computed, and the numbers it computed with
   * @param outcomes of the tasks, in any order
   * @param listener receives how far the comparison has come
   * @throws IOException if the tables or the report cannot be written
   * @throws java.util.concurrent.CancellationException when the listener says so; the tables and
   *     the report are written, without what was being compared
   */
  public ScreeningSummary finish(
      ModelIdentity model,
      String device,
      List<ScreeningOutcome> outcomes,
      ProgressListener listener)
      throws IOException {
    var summary = summary(model, device, outcomes);
    var journal = new Journal(screening.output());
    journal.sweep(); // what was being written where a process was lost
    var reuseFiles = new ReuseFiles(screening.output());
    reuseFiles.delete(); // of an earlier run, with other pictures
    ReuseEvidence reuse = null;
    CancellationException canceled = null;
    if (screening.options().reuse().on()) {
      try {
        var search = new ReuseSearch(journal, summary.pictures(), screening.options().reuse());
        reuse = search.run(listener, messages);
        reuseFiles.write(reuse.report());
        summary = summary.withReuse(reuse.report().pairs().size());
        for (var problem : search.problems()) {
          summary = summary.withProblem(problem);
        }
      } catch (IOException e) {
        var problem = SkippedInput.of("reuse across pictures", "", e);
        messages.accept(problem.sentence());
        summary = summary.withProblem(problem);
      } catch (CancellationException e) {
        canceled = e;
      }
    }
    new ScreeningFiles(screening.output()).write(summary);
    EvidenceReport.write(
        summary, reuse, screening.output(), picture -> journal.card(picture.stem()));
    if (canceled != null) {
      throw canceled;
    }
    return summary;
  }

  private ScreeningSummary summary(
      ModelIdentity model, String device, List<ScreeningOutcome> outcomes) {
    var options = screening.options();
    return new ScreeningSummary(
        new RunRecord.Software(Version.NAME, Version.current(), Version.commit()),
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        new RunRecord.RecordedModel(model.name(), model.sha256()),
        model.errorRates().orElse(null),
        options.recorded(),
        options.rasterizePages() == 0 ? null : options.rasterizePages(),
        device,
        tasks.size(),
        outcomes.stream().mapToInt(ScreeningOutcome::kept).sum(),
        null,
        outcomes.stream()
            .flatMap(outcome -> outcome.pictures().stream())
            .sorted(HIGHEST_SCORE_FIRST)
            .toList(),
        Stream.concat(
                problems.stream(),
                outcomes.stream().flatMap(outcome -> outcome.problems().stream()))
            .toList());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
