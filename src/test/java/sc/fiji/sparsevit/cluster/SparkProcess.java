/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A screening on Spark, in processes of its own as {@code spark-submit} makes them.
 *
 * @param process the driver's, whose descendants are the executors
 * @param output what it prints
 */
record SparkProcess(Process process, Path output) {
  /** Of those that Spark's own scripts open, the one that it cannot do without here. */
  private static final String OPEN = "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED";

  /**
   * @param home an empty folder
   * @param master where Spark is to run the tasks
   */
  static SparkProcess start(Path home, String master, List<String> options) throws IOException {
    return start(home, master, ClusterBatch.class, options);
  }

  static SparkProcess start(Path home, String master, Class<?> main, List<String> options)
      throws IOException {
    var classPath = absolute(System.getProperty("java.class.path"));
    Files.createDirectories(home.resolve("jars"));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx800m", "-XX:TieredStopAtLevel=1", OPEN));
    command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
    Map.of(
            "spark.master", master,
            "spark.ui.enabled", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.executor.extraClassPath", classPath,
            "spark.executor.memory", "1g",
            "spark.local.dir", home.toString())
        .forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(options);
    var output = home.resolve("output.txt");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.directory(home.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", home.toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1"));
    return new SparkProcess(builder.start(), output);
  }

  /** Executors work in folders of their own. */
  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** In the order that they were started in. */
  List<ProcessHandle> executors() {
    return process.descendants().sorted().toList();
  }

  /** Waits for the end; returns what was printed. */
  String finish(int exitCode) throws IOException, InterruptedException {
    try {
      int found = process.waitFor();
      var text = Files.readString(output);
      if (found != exitCode) {
        throw new AssertionError("exit code " + found + ":\n" + text);
      }
      return text;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
