/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Starts a real ImageJ, which has one process to itself, with the plugin among its plugins. */
final class OtherJvm {

  /**
   * @param exitCode of the process, 0 if all went well
   * @param output what it printed
   */
  record Outcome(int exitCode, String output) {}

  private OtherJvm() {}

  /**
   * @param main runs with this class path
   * @param folder for files that the process needs
   */
  static Outcome run(
      Class<?> main, Path folder, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    // For the patches that Fiji makes to ImageJ so that it runs without a display.
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("-Dplugins.dir=" + pluginsFolder(folder));
    command.add("-Duser.home=" + folder);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    var output = folder.resolve("output.txt");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    // The home folder is another one, but the native library need not be unpacked once more.
    builder
        .environment()
        .putIfAbsent(
            "ENGINE_CACHE_DIR", Path.of(System.getProperty("user.home"), ".djl.ai").toString());
    var process = builder.redirectOutput(output.toFile()).start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        throw new IOException("ImageJ did not end; it printed: " + Files.readString(output));
      }
      return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  /** A plugins folder with a JAR whose {@code plugins.config} is the one at the top level. */
  private static Path pluginsFolder(Path folder) throws IOException {
    var plugins = Files.createDirectories(folder.resolve("plugins"));
    try (var jar = new ZipOutputStream(Files.newOutputStream(plugins.resolve("SparseViT_.jar")))) {
      jar.putNextEntry(new ZipEntry("plugins.config"));
      Files.copy(Path.of("plugins.config"), jar);
      jar.closeEntry();
    }
    return plugins;
  }
}
