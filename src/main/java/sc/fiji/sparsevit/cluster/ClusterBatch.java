/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.cli.BatchArguments;
import sc.fiji.sparsevit.cli.ProgressLine;
import sc.fiji.sparsevit.cli.Shell;
import sc.fiji.sparsevit.model.Models;

/**
 * What {@code spark-submit --class} names: {@code batch} on a cluster. Its exit codes are those of
 * {@code batch}, too.
 */
@Command(
    name = "ClusterBatch",
    description =
        "Screens folders, lists, and documents on an Apache Spark cluster, with the options of"
            + " batch. Paths are those of a file system that all machines share, or addresses such"
            + " as hdfs: or s3a:. Rerun the same command to resume.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ClusterBatch implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BatchArguments arguments;

  public static void main(String[] args) {
    Shell.main(new ClusterBatch(), args);
  }

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    var calibrated = arguments.profile();
    var options = arguments.options(calibrated);
    var patterns = arguments.patterns();
    var model = Models.describe(arguments.model());
    calibrated.ifPresent(found -> found.requireModel(model.sha256()));
    try (var spark = spark();
        var progress = new ProgressLine(terminal.getErr(), Path.of("cluster"))) {
      var cluster = new Cluster(spark, WorkerModel.of(arguments.model(), options.compute()));
      var summary =
          new ClusterScreening(arguments.inputs(), patterns, arguments.output(), options)
              .run(model, cluster, progress, progress::say);
      terminal.getOut().println(summary.sentence() + " See " + arguments.output() + "/report.html");
      return summary.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private static JavaSparkContext spark() {
    var settings = new SparkConf().setAppName("SparseViT screening");
    if (!settings.contains("spark.master")) {
      throw new IllegalStateException(
          "No cluster was named; start this with spark-submit --master, as docs/cluster.md shows.");
    }
    // Two workers would do the same picture at the same time, and write to the same files.
    return new JavaSparkContext(settings.set("spark.speculation", "false"));
  }
}
