/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.diagnosis;

import ij.ImageJ;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.model.DefinitionCheck;
import sc.fiji.sparsevit.model.Models;

/**
 * What a fault report needs, as lines of text: versions, the machine, and whether the software
 * works on it. No picture of the user's, no file name, and the home folder only as {@code ~}.
 *
 * @param lines for people
 * @param passed whether the built-in model found what it should in the sample image, and computes
 *     what it is defined to
 */
public record Diagnosis(List<String> lines, boolean passed) {

  private static final double MIB = 1 << 20;

  /** Libraries that other plugins may bring in another version, by one class of each. */
  private static final List<String> LIBRARIES =
      List.of(
          "ij.ImageJ",
          "org.scijava.Context",
          "net.imglib2.Interval",
          "ai.djl.engine.Engine",
          "com.sun.jna.Native",
          "com.google.gson.Gson",
          "org.apache.commons.math3.linear.EigenDecomposition",
          "org.slf4j.Logger");

  public Diagnosis {
    lines = List.copyOf(lines);
  }

  /** Takes some seconds. Whatever fails, there are lines: that is what they are for. */
  public static Diagnosis run() {
    var test = selfTest();
    var lines = Stream.of(software(), machine(), libraries(), test.lines());
    return new Diagnosis(
        lines.flatMap(List::stream).map(Diagnosis::withoutHome).toList(), test.passed());
  }

  /** All lines, each with an end. */
  public String text() {
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * Name, version, commit and the built-in model's hash.
   *
   * @throws IOException if the built-in model cannot be read
   */
  public static List<String> versions() throws IOException {
    var model = Models.describe(ModelCatalog.DEFAULT);
    return List.of(
        Version.NAME + " " + Version.current(),
        "commit: " + Version.commit(),
        "model: " + model.name() + ", SHA-256 " + model.sha256());
  }

  private static List<String> software() {
    try {
      return versions();
    } catch (IOException | RuntimeException e) {
      return List.of(Version.NAME + " " + Version.current(), "model: " + FailureText.sentence(e));
    }
  }

  private static List<String> machine() {
    var runtime = Runtime.getRuntime();
    return List.of(
        "system: "
            + property("os.name")
            + " "
            + property("os.version")
            + ", "
            + property("os.arch"),
        "Java: " + property("java.runtime.version") + ", " + property("java.vendor"),
        "ImageJ: " + ImageJ.VERSION + fiji(),
        "display: " + (GraphicsEnvironment.isHeadless() ? "none" : "yes"),
        "processors: " + runtime.availableProcessors(),
        String.format(Locale.ROOT, "Java's memory: %.0f MiB", runtime.maxMemory() / MIB),
        "encodings: "
            + property("file.encoding")
            + ", file names "
            + property("sun.jnu.encoding")
            + ", language "
            + Locale.getDefault().toLanguageTag());
  }

  private static String fiji() {
    var name = System.getProperty("scijava.app.name");
    return name == null ? "" : " in " + name;
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }

  private static List<String> libraries() {
    return LIBRARIES.stream().map(name -> "library: " + name + " from " + origin(name)).toList();
  }

  private static String origin(String className) {
    try {
      var source =
          Class.forName(className, false, Diagnosis.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return Optional.ofNullable(source)
          // Fiji's patched ImageJ has a source without a place.
          .map(CodeSource::getLocation)
          .map(URL::getPath)
          .map(path -> path.substring(path.lastIndexOf('/') + 1))
          .filter(file -> !file.isEmpty())
          .orElse("no JAR");
    } catch (ClassNotFoundException | LinkageError e) {
      return "nowhere: it is missing";
    }
  }

  private static Diagnosis selfTest() {
    try {
      var test = SelfTest.run();
      var definition = DefinitionCheck.run();
      return new Diagnosis(
          List.of(
              "PyTorch: " + Devices.description() + ", computes on " + test.device(),
              "self-test: " + test.result(),
              "arithmetic: " + definition.result()),
          test.passed() && definition.passed());
    } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
      var trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      return new Diagnosis(
          List.of("self-test: NOT PASSED; " + FailureText.sentence(e), trace.toString()), false);
    }
  }

  /** It holds the user's name. */
  private static String withoutHome(String line) {
    var home = System.getProperty("user.home");
    return home == null || home.length() < 2 ? line : line.replace(home, "~");
  }
}
