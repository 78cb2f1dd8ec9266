/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.EvidenceReport;
import sc.fiji.sparsevit.report.RunRecord;
import sc.fiji.sparsevit.report.ScreenedPicture;
import sc.fiji.sparsevit.report.ScreeningFiles;
import sc.fiji.sparsevit.report.ScreeningSummary;

/**
 * Screens folders, lists, images and PDFs: the results of every picture, tables and a report over
 * all. Stopped at any moment and run again, it goes on where it was; what changed since is done
 * again and nothing else.
 *
 * <pre>{@code
 * try (var localizer = ManipulationLocalizer.open("lite")) {
 *   new Screening(List.of(folder), InputPatterns.ALL, results, ScreeningOptions.defaults())
 *       .run(PictureLocalizer.of(localizer), ProgressListener.NONE, System.err::println);
 * }
 * }</pre>
 *
 * @param inputs files, folders, and lists as text or CSV
 * @param patterns for what lies in the folders
 * @param output folder for the results; it is made if it is not there
 * @param options for every picture
 */
public record Screening(
    List<Path> inputs, InputPatterns patterns, Path output, ScreeningOptions options) {
  private static final Comparator<ScreenedPicture> HIGHEST_SCORE_FIRST =
      Comparator.comparingDouble(ScreenedPicture::score)
          .reversed()
          .thenComparing(ScreenedPicture::stem);

  /**
   * @throws IllegalArgumentException if the results would lie among the inputs
   */
  public Screening {
    inputs = List.copyOf(inputs);
    output = output.toAbsolutePath().normalize();
    for (var input : inputs) {
      if (input.toAbsolutePath().normalize().equals(output)) {
        throw new IllegalArgumentException(
            "the results cannot go to " + output + ", which is an input; name another folder");
      }
    }
  }

  /**
   * Waits while another run writes to the same folder.
   *
   * @param listener told how many bytes of input are done
   * @param messages told in a sentence what a person should know at once: a problem, or what is
   *     waited for; by several threads
   * @return what was done; where it has problems, something could not be screened
   * @throws IOException if the folder, the tables or the report cannot be written
   * @throws CancellationException when the listener says so; what is done by then is kept
   */
  public ScreeningSummary run(
      PictureLocalizer localizer, ProgressListener listener, Consumer<String> messages)
      throws IOException {
    var started = Instant.now();
    OutputNames.in(output);
    var journal = new Journal(output);
    journal.create();
    try (var lock = ResultsLock.on(journal.lock(), listener, messages)) {
      journal.sweep();
      var found = InputFiles.find(inputs, patterns);
      found.problems().forEach(problem -> messages.accept(sentence(problem)));
      var outcomes = screen(tasks(found.files(), journal), localizer, listener, messages);
      var summary = summary(started, localizer, found, outcomes);
      new ScreeningFiles(output).write(summary);
      EvidenceReport.write(summary, output, picture -> journal.card(picture.stem()));
      return summary;
    }
  }

  private List<ScreeningTask> tasks(List<Path> files, Journal journal) throws IOException {
    var names = journal.names();
    var given = OutputNames.in(output);
    names.values().forEach(given::keep);
    for (var file : files) {
      names.computeIfAbsent(
          file.toString(), path -> given.of(OutputNames.stem(file), input -> false).stem());
    }
    journal.writeNames(names);
    return files.stream()
        .map(file -> file.toString())
        .map(path -> new ScreeningTask(path, output.toString(), names.get(path), options))
        .toList();
  }

  private static List<ScreeningOutcome> screen(
      List<ScreeningTask> tasks,
      PictureLocalizer localizer,
      ProgressListener listener,
      Consumer<String> messages) {
    var progress =
        new ScreeningProgress(listener, tasks.stream().map(ScreeningTask::file).toList());
    var outcomes = new ArrayList<CompletableFuture<ScreeningOutcome>>();
    try (var pipeline = new ScreeningPipeline(localizer, listener)) {
      for (var task : tasks) {
        var outcome =
            pipeline.submit(task, (share, kept) -> progress.add(task.file(), share, kept));
        outcomes.add(outcome);
        outcome.thenAccept(done -> done.problems().forEach(p -> messages.accept(sentence(p))));
      }
      return outcomes.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CancellationException canceled) {
        throw canceled;
      }
      throw e;
    }
  }

  private ScreeningSummary summary(
      Instant started,
      PictureLocalizer localizer,
      InputFiles found,
      List<ScreeningOutcome> outcomes) {
    var model = localizer.model();
    return new ScreeningSummary(
        new RunRecord.Software(Version.NAME, Version.current()),
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        new RunRecord.RecordedModel(model.name(), model.sha256()),
        model.errorRates().orElse(null),
        options.recorded(),
        options.rasterizePages() == 0 ? null : options.rasterizePages(),
        localizer.device(),
        found.files().size(),
        outcomes.stream().mapToInt(ScreeningOutcome::kept).sum(),
        outcomes.stream()
            .flatMap(outcome -> outcome.pictures().stream())
            .sorted(HIGHEST_SCORE_FIRST)
            .toList(),
        Stream.concat(
                found.problems().stream(),
                outcomes.stream().flatMap(outcome -> outcome.problems().stream()))
            .toList());
  }

  private static String sentence(SkippedInput problem) {
    var part = problem.part().isEmpty() ? "" : ", " + problem.part();
    return problem.input() + part + ": " + problem.reason();
  }
}
