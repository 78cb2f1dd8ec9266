/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A real ImageJ in a process of its own, with the plugin among its plugins.
 *
 * @param folder is the process's home and holds its files
 */
public record OtherJvm(Path folder, String classPath, Map<String, String> environment) {

  /**
   * @param exitCode of the process, 0 if all went well
   * @param output what it printed
   */
  public record Outcome(int exitCode, String output) {}

  /** With the libraries of this process. */
  public static OtherJvm in(Path folder) {
    // The home folder is another one, but the native library need not be unpacked once more.
    var cache =
        System.getenv().getOrDefault("ENGINE_CACHE_DIR", home().resolve(".djl.ai").toString());
    return new OtherJvm(
        folder, System.getProperty("java.class.path"), Map.of("ENGINE_CACHE_DIR", cache));
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"));
  }

  OtherJvm with(String variable, String value) {
    var variables = new HashMap<>(environment);
    variables.put(variable, value);
    return new OtherJvm(folder, classPath, Map.copyOf(variables));
  }

  /** Without the JARs whose names contain {@code name}. */
  OtherJvm without(String name) {
    var others =
        Stream.of(classPath.split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().contains(name))
            .collect(Collectors.joining(File.pathSeparator));
    return new OtherJvm(folder, others, environment);
  }

  public Outcome run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    // For the patches that Fiji makes to ImageJ so that it runs without a display.
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("-Dplugins.dir=" + pluginsFolder());
    command.add("-Duser.home=" + folder);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    var output = folder.resolve("output.txt");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.redirectOutput(output.toFile()).start();
    try {
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        throw new IOException("ImageJ did not end; it printed: " + Files.readString(output));
      }
      return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  /** The same program as a word of a shell's language, quoted, without its arguments. */
  public String javaCommand(Class<?> main) {
    var variables =
        environment.entrySet().stream()
            .map(entry -> entry.getKey() + "='" + entry.getValue() + "' ")
            .collect(Collectors.joining());
    return variables
        + Path.of(System.getProperty("java.home"), "bin", "java")
        + " -Xmx1g -cp '"
        + absoluteClassPath()
        + "' "
        + main.getName();
  }

  private String absoluteClassPath() {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A plugins folder with a JAR whose {@code plugins.config} is the one at the top level. */
  private Path pluginsFolder() throws IOException {
    var plugins = Files.createDirectories(folder.resolve("plugins"));
    try (var jar = new ZipOutputStream(Files.newOutputStream(plugins.resolve("SparseViT_.jar")))) {
      jar.putNextEntry(new ZipEntry("plugins.config"));
      Files.copy(Path.of("plugins.config"), jar);
      jar.closeEntry();
    }
    return plugins;
  }
}
