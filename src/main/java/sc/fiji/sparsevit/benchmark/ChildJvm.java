/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts this software in another JVM of the same kind. */
public final class ChildJvm {

  private ChildJvm() {}

  static Process start(List<String> options, List<String> arguments, Path output)
      throws IOException {
    return start(options, arguments, Map.of(), output);
  }

  /**
   * @param options of the JVM
   * @param arguments class name first
   * @param environment added to this process's
   * @param output for all that the process prints
   */
  public static Process start(
      List<String> options, List<String> arguments, Map<String, String> environment, Path output)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(arguments);
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /**
   * Waits for the end.
   *
   * @throws IOException with what the process printed last, if it failed
   */
  public static void join(Process process, Path output) throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      var lines = Files.readAllLines(output);
      throw new IOException(
          "the JVM started for the measurement failed: "
              + (lines.isEmpty() ? "no output" : lines.get(lines.size() - 1)));
    }
  }
}
