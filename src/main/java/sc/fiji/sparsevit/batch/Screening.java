/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.io.FileNames;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.io.WordList;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.ScreeningSummary;
import sc.fiji.sparsevit.reuse.Archive;

/**
 * Screens folders, lists, images and PDFs: the results of every picture, tables and a report over
 * all. It can be stopped at any moment; run again, it resumes; what changed since is done again and
 * nothing else.
 *
 * <pre>{@code
 * try (var localizer = ManipulationLocalizer.open("lite")) {
 *   new Screening(List.of(folder), InputPatterns.ALL, results, ScreeningOptions.defaults())
 *       .run(PictureLocalizer.of(localizer), ProgressListener.NONE, System.err::println);
 * }
 * }</pre>
 *
 * @param inputs files, folders, and lists as text or CSV
 * @param patterns for the content of folders
 * @param output folder for the results; it created if missing
 * @param options for every picture
 * @param refused other inputs, whose names are invalid here; listed as problems
 */
public record Screening(
    List<Path> inputs,
    InputPatterns patterns,
    Path output,
    ScreeningOptions options,
    List<SkippedInput> refused) {
  private static final int MOST_NAMED = 5;

  public Screening(
      List<Path> inputs, InputPatterns patterns, Path output, ScreeningOptions options) {
    this(inputs, patterns, output, options, List.of());
  }

  /**
   * @throws IllegalArgumentException if the results would be among the inputs
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
   * Decides what is to be done, and keeps other runs out of the results until the plan is closed.
   * The tasks are values that any process can run that sees the inputs and the results; {@link
   * ScreeningPlan#finish} makes the tables and the report of what they came to.
   *
   * @param listener asked whether to go on waiting while another run writes to the same folder
   * @param messages receives sentences that a person should read at once
   * @throws IOException if the folder cannot be written to
   * @throws CancellationException when the listener says so
   */
  public ScreeningPlan plan(ProgressListener listener, Consumer<String> messages)
      throws IOException {
    return plan(List.of(), List.of(), listener, messages);
  }

  /**
   * The same with more inputs, found elsewhere than in this machine's file system. Their tasks are
   * then run {@linkplain ScreeningTask#at where there is a copy}.
   *
   * @param found their addresses, each once
   * @param problems what cannot be screened of them
   */
  public ScreeningPlan plan(
      List<String> found,
      List<SkippedInput> problems,
      ProgressListener listener,
      Consumer<String> messages)
      throws IOException {
    var started = Instant.now();
    OutputNames.in(output);
    var journal = new Journal(output);
    journal.create();
    var lock =
        ResultsLock.on(
            journal.lock(),
            "Another run is writing to this folder; waiting for it to finish.",
            listener,
            messages);
    try {
      journal.sweep();
      var here = InputFiles.find(inputs, patterns).with(refused);
      var files = Stream.concat(here.files().stream().map(Path::toString), found.stream()).toList();
      var all = Stream.concat(here.problems().stream(), problems.stream()).toList();
      all.forEach(problem -> messages.accept(problem.sentence()));
      if (here.results() > 0) {
        messages.accept(OwnResults.sentence(here.results()));
      }
      sayIfArchiveIsUnusable(messages);
      return new ScreeningPlan(lock, started, this, all, tasks(files, journal, messages), messages);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Plans, runs the tasks in this process, and finishes.
   *
   * @param listener receives how many bytes of input are done
   * @param messages receives sentences that a person should read at once: a problem, or what is
   *     waited for; by several threads
   * @return what was done; where it has problems, something could not be screened
   * @throws IOException if the folder, the tables or the report cannot be written
   * @throws CancellationException when the listener says so; what is done by then is kept
   */
  public ScreeningSummary run(
      PictureLocalizer localizer, ProgressListener listener, Consumer<String> messages)
      throws IOException {
    try (var plan = plan(listener, messages)) {
      sayWhatChanged(localizer.model().sha256(), messages);
      var outcomes = ScreeningPipeline.run(plan.tasks(), localizer, listener, messages);
      return plan.finish(localizer.model(), localizer.device(), outcomes, listener);
    }
  }

  /**
   * Why all of an old folder is done again, and keeps what the next run has to know for that. To be
   * called while a plan keeps other runs out.
   *
   * @param model SHA-256 of the weights
   * @param messages receives a sentence if anything changed
   * @throws IOException if the folder cannot be read or written to
   */
  public void sayWhatChanged(String model, Consumer<String> messages) throws IOException {
    var journal = new Journal(output);
    var now = RunSettings.of(options, model, Version.current());
    var changes = journal.settings().map(before -> before.changesTo(now)).orElse(List.of());
    if (!changes.isEmpty()) {
      messages.accept(
          "Options changed since the last run into this folder, so all images are analyzed again: "
              + String.join(", ", changes)
              + ".");
    }
    journal.writeSettings(now);
  }

  /** At once, and not after hours of work, which is done all the same. */
  private void sayIfArchiveIsUnusable(Consumer<String> messages) {
    if (options.reuse().archive() != null) {
      try {
        Archive.requireUsable(Path.of(options.reuse().archive()));
      } catch (IOException e) {
        messages.accept(FailureText.sentence(e) + ". The screening goes on without the archive.");
      }
    }
  }

  /** Results are never deleted only because their inputs are not named any more. */
  private void sayWhatIsLeft(
      Map<String, String> names, Collection<String> files, Consumer<String> messages)
      throws IOException {
    Set<String> stems;
    try (var entries = Files.list(output)) {
      stems =
          entries
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json"))
              .map(OutputNames::stem)
              .flatMap(stem -> Stream.of(stem, PageNames.withoutEnding(stem)))
              .collect(Collectors.toSet());
    }
    var present = Set.copyOf(files);
    var left =
        names.keySet().stream()
            .filter(input -> !present.contains(input))
            .filter(input -> stems.contains(names.get(input)))
            .map(FileNames::printable)
            .toList();
    if (!left.isEmpty()) {
      messages.accept(
          "Results of earlier inputs are left in the folder, and not in the report: "
              + WordList.and(left, MOST_NAMED)
              + ".");
    }
  }

  private List<ScreeningTask> tasks(List<String> files, Journal journal, Consumer<String> messages)
      throws IOException {
    var names = journal.names();
    var given = OutputNames.in(output);
    names.values().forEach(given::keep);
    for (var file : files) {
      names.computeIfAbsent(file, path -> given.of(OutputNames.stem(path), input -> false).stem());
    }
    journal.writeNames(names);
    sayWhatIsLeft(names, files, messages);
    return files.stream()
        .map(path -> new ScreeningTask(path, output.toString(), names.get(path), options))
        .toList();
  }
}
