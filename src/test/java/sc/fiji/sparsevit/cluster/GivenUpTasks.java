/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.batch.ScreeningTask;
import sc.fiji.sparsevit.inference.ComputeOptions;

/** A program that runs three tasks, one of which no process survives. */
final class GivenUpTasks {
  private GivenUpTasks() {}

  /** Stands for what ends a process: Spark sees a task that fails each time. */
  private static final class Deadly extends ArrayList<String> {
    @Override
    public Iterator<String> iterator() {
      throw new LinkageError("the end");
    }
  }

  /**
   * @param arguments a picture, and a folder for results
   */
  public static void main(String[] arguments) throws IOException {
    var settings = new SparkConf().setAppName("given up");
    try (var spark = new JavaSparkContext(settings)) {
      var cluster = new Cluster(spark, WorkerModel.of("lite", ComputeOptions.defaults()));
      var tasks = new ArrayList<WorkerTask>();
      for (var stem : List.of("first", "deadly", "last")) {
        var task =
            new ScreeningTask(
                arguments[0], arguments[0], arguments[1], stem, ScreeningOptions.defaults());
        List<String> existing = stem.equals("deadly") ? new Deadly() : List.of();
        tasks.add(new WorkerTask(task, Path.of(arguments[1]).toUri().toString(), existing, 1));
      }
      for (var done : cluster.run(tasks, (task, outcome) -> {})) {
        var outcome = done.outcome();
        System.out.println(
            outcome.task().stem() + ": " + outcome.pictures().size() + " " + outcome.problems());
      }
    }
    System.exit(0);
  }
}
