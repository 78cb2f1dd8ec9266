/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.OwnResults;
import sc.fiji.sparsevit.batch.Screening;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.batch.ScreeningTask;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.ScreeningSummary;

/**
 * A screening whose tasks a cluster runs: this process plans them, and makes the tables and the
 * report of what they came to. What is on a file system that all machines share has a path; what is
 * elsewhere has an address, and is copied to and from the worker that needs it.
 *
 * @param inputs paths and addresses of files, folders, and lists
 * @param patterns for the content of folders
 * @param output path or address of the folder for the results
 * @param options for every picture
 */
record ClusterScreening(
    List<String> inputs, InputPatterns patterns, String output, ScreeningOptions options) {

  ClusterScreening {
    inputs = List.copyOf(inputs);
    if (HadoopFiles.isAddress(output) && inputs.contains(output)) {
      throw new IllegalArgumentException(
          "the results cannot go to " + output + ", which is an input; name another folder");
    }
  }

  /**
   * @param model that the workers open
   * @param listener receives how many inputs are done
   * @param messages receives sentences that a person should read at once
   * @throws IOException if the cluster, the folder, the tables or the report fail; the message is a
   *     sentence
   */
  ScreeningSummary run(
      ModelIdentity model, Cluster cluster, ProgressListener listener, Consumer<String> messages)
      throws IOException {
    try (var results = results(cluster)) {
      var found = new HadoopInputs(patterns, cluster.hadoop());
      inputs.stream().filter(HadoopFiles::isAddress).forEach(found::add);
      if (found.results() > 0) {
        messages.accept(OwnResults.sentence(found.results()));
      }
      var screening = screening(results.folder());
      try (var plan =
          screening.plan(
              List.copyOf(found.files().keySet()), found.problems(), listener, messages)) {
        screening.sayWhatChanged(model.sha256(), messages);
        results.publish();
        cluster.check(check(results, plan.tasks()));
        var progress = new AtomicInteger();
        var done =
            cluster.run(
                workerTasks(plan.tasks(), results, found),
                (task, outcome) -> {
                  outcome.outcome().sentences().forEach(messages);
                  listener.progress(progress.incrementAndGet(), plan.tasks().size());
                });
        var outcomes = results.gather(done.stream().map(WorkerOutcome::outcome).toList());
        var summary = plan.finish(model, devices(done), outcomes, listener);
        results.publish();
        return summary;
      }
    }
  }

  private DriverResults results(Cluster cluster) throws IOException {
    return HadoopFiles.isAddress(output)
        ? new RemoteResults(output, cluster.hadoop())
        : new SharedResults(Path.of(output));
  }

  /** Of what has a path. */
  private Screening screening(Path folder) {
    var paths = new ArrayList<Path>();
    var refused = new ArrayList<SkippedInput>();
    for (var input : inputs) {
      try {
        if (!HadoopFiles.isAddress(input)) {
          paths.add(Path.of(input));
        }
      } catch (InvalidPathException e) {
        refused.add(SkippedInput.of(input, "", e));
      }
    }
    return new Screening(paths, patterns, folder, options, refused);
  }

  /** One file in each folder is enough to tell whether the folder is shared. */
  private static WorkerCheck check(DriverResults results, List<ScreeningTask> tasks)
      throws IOException {
    var input =
        tasks.stream()
            .map(ScreeningTask::input)
            .filter(name -> !HadoopFiles.isAddress(name) && Files.exists(Path.of(name)))
            .findFirst();
    return new WorkerCheck(Stream.concat(results.shared().stream(), input.stream()).toList());
  }

  private List<WorkerTask> workerTasks(
      List<ScreeningTask> tasks, DriverResults results, HadoopInputs found) {
    var existing =
        results.existing(tasks.stream().map(ScreeningTask::stem).collect(Collectors.toSet()));
    var folder = HadoopFiles.isAddress(output) ? output : results.folder().toString();
    return tasks.stream()
        .map(
            task ->
                new WorkerTask(
                    task,
                    folder,
                    existing.getOrDefault(task.stem(), List.of()),
                    found.files().getOrDefault(task.input(), size(task.input()))))
        .toList();
  }

  private static long size(String path) {
    try {
      return HadoopFiles.isAddress(path) ? 0 : Files.size(Path.of(path));
    } catch (IOException e) {
      return 0; // what is wrong with it is said when it is read
    }
  }

  private static String devices(List<WorkerOutcome> done) {
    return done.stream()
        .map(WorkerOutcome::device)
        .filter(device -> !device.isEmpty())
        .distinct()
        .sorted()
        .collect(Collectors.joining("; "));
  }
}
