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

/** Starts this software in another JVM of the same kind. */
final class ChildJvm {

  private ChildJvm() {}

  /**
   * @param options of the JVM
   * @param arguments class name first
   * @param output for all that the process prints
   */
  static Process start(List<String> options, List<String> arguments, Path output)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /**
   * Waits for the end.
   *
   * @throws IOException with what the process printed last, if it failed
   */
  static void join(Process process, Path output) throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      var lines = Files.readAllLines(output);
      throw new IOException(
          "another JVM, started to be measured, failed: "
              + (lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1)));
    }
  }
}
