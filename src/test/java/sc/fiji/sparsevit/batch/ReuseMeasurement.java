/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.Json;
import sc.fiji.sparsevit.report.ReuseReport;

/**
 * Screens a set of {@code ReuseSets} without a network and says which of the reused pictures were
 * found, which pairs are false, and what the comparison took.
 *
 * <pre>ReuseMeasurement SET RESULTS [ARCHIVE [full]]</pre>
 */
public final class ReuseMeasurement {
  private ReuseMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    var set = Path.of(arguments[0]);
    var results = Path.of(arguments[1]);
    var archive = arguments.length > 2 ? arguments[2] : null;
    var reuse = new ReuseOptions(true, archive, arguments.length > 3);
    var options = ScreeningOptions.defaults().withReuse(reuse);
    var screening =
        new Screening(
            List.of(set),
            new InputPatterns(List.of("*.png", "*.jpg"), List.of()),
            results,
            options);
    double start = cpu();
    long clock = System.nanoTime();
    var localizer = new BlankLocalizer();
    try (var plan = screening.plan(ProgressListener.NONE, System.out::println)) {
      var outcomes =
          ScreeningPipeline.run(plan.tasks(), localizer, ProgressListener.NONE, line -> {});
      System.out.printf("tasks: %.1f s of CPU time, %.1f s%n", cpu() - start, seconds(clock));
      start = cpu();
      clock = System.nanoTime();
      var summary = plan.finish(localizer.model(), localizer.device(), outcomes);
      System.out.printf(
          "comparing and reporting %d pictures: %.1f s of CPU time, %.1f s, %d MB of heap%n",
          summary.pictures().size(),
          cpu() - start,
          seconds(clock),
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
      summary.problems().forEach(problem -> System.out.println(problem.sentence()));
    }
    if (Files.exists(set.resolve("truth.csv"))) {
      judge(set, results);
    }
  }

  private static void judge(Path set, Path results) throws IOException {
    var truth = new LinkedHashMap<Set<String>, String[]>();
    var reusedFrom = new HashMap<String, List<String>>();
    var lines = Files.readAllLines(set.resolve("truth.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var fields = line.split(",");
      truth.put(Set.of(fields[0], fields[1]), fields);
      reusedFrom.computeIfAbsent(fields[0], key -> new ArrayList<>()).add(fields[1]);
    }
    var siblings = new HashSet<Set<String>>();
    for (var all : reusedFrom.values()) {
      all.forEach(
          one ->
              all.stream().filter(o -> !o.equals(one)).forEach(o -> siblings.add(Set.of(one, o))));
    }
    var report =
        Json.READABLE.fromJson(Files.readString(results.resolve("reuse.json")), ReuseReport.class);
    var found = new HashSet<Set<String>>();
    int wrong = 0;
    for (var pair : report.pairs()) {
      var first = Path.of(pair.first().input()).getFileName().toString();
      var second = Path.of(pair.second().input()).getFileName().toString();
      var files = first.equals(second) ? Set.of(first) : Set.of(first, second);
      if (!truth.containsKey(files) && !siblings.contains(files)) {
        wrong++;
        System.out.printf(
            "not in the truth: %s; %d points, score %.2f, %d of %dx%d%n",
            pair.words(),
            pair.matchedPoints(),
            pair.score(),
            pair.first().area(),
            pair.first().pictureWidth(),
            pair.first().pictureHeight());
      }
      found.add(files);
    }
    Map<String, int[]> kinds = new LinkedHashMap<>();
    for (var entry : truth.entrySet()) {
      var fields = entry.getValue();
      boolean hit = found.contains(entry.getKey());
      for (var kind : kinds(fields)) {
        var counts = kinds.computeIfAbsent(kind, key -> new int[2]);
        counts[0] += hit ? 1 : 0;
        counts[1]++;
      }
      if (!hit) {
        System.out.println("missed: " + String.join(",", fields));
      }
    }
    kinds.forEach(
        (kind, counts) ->
            System.out.printf(
                "%-12s %d of %d, %.1f %%%n",
                kind, counts[0], counts[1], 100.0 * counts[0] / counts[1]));
    System.out.println("pairs that are not in the truth: " + wrong);
  }

  private static List<String> kinds(String[] fields) {
    double scale = Double.parseDouble(fields[2]);
    return List.of(
        "all",
        fields[8],
        scale < 0.67 ? "small" : scale > 1.5 ? "large" : "like size",
        fields[4].equals("true") ? "mirrored" : "not mirrored",
        fields[5].equals("true") ? "inverted" : "not inverted",
        fields[6].equals("1.00") ? "tones kept" : "tones changed",
        Double.parseDouble(fields[7]) < 0.5 ? "crop < .5" : "crop > .5");
  }

  private static double cpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
