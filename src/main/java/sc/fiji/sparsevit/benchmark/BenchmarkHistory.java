/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import sc.fiji.sparsevit.report.Json;

/**
 * The runs that were written into one folder, oldest first, so that a slower version is noticed.
 *
 * @param runs all of them; whoever compares takes those that {@link #like} another
 */
record BenchmarkHistory(List<PastRun> runs) {

  /** The file, in the output folder, with a JSON object in every line. */
  static final String FILE = "history.jsonl";

  /** What is compared with earlier runs. */
  private enum Noticed {
    WINDOW("One window costs", 1.2, PastRun::windowCost),
    /** Depends on what else the machine reads and compiles. */
    FIRST_MAP("The first map costs", 1.5, PastRun::firstMapCost),
    MEMORY(
        "Memory beyond the heap is",
        1.2,
        run -> run.memoryBytes() == null ? null : run.memoryBytes().doubleValue());

    private final String sentence;

    /** How much more than in the median is worth a word: machines vary by less. */
    private final double ratio;

    private final Function<PastRun, Double> of;

    Noticed(String sentence, double ratio, Function<PastRun, Double> of) {
      this.sentence = sentence;
      this.ratio = ratio;
      this.of = of;
    }
  }

  /**
   * What is kept of a run.
   *
   * @param time when it ended, in UTC
   * @param version of this software
   * @param processors that Java may use
   * @param windowSeconds of one window, in the fastest; null where not measured
   * @param productRate of matrices on the CPU in float32, in 10^9 operations a second; null where a
   *     GPU computes
   * @param overSingleWindow of the largest image, per window; null where not measured
   * @param overInference of the folder; null where not measured
   * @param startSeconds to the first map; null where not measured
   * @param memoryBytes beyond the heap; null where not measured
   */
  record PastRun(
      String time,
      String version,
      String model,
      String device,
      int processors,
      Double windowSeconds,
      Double productRate,
      Double overSingleWindow,
      Double overInference,
      Double startSeconds,
      Long memoryBytes) {

    static PastRun of(BenchmarkResult result) {
      var sizes = result.sizes();
      return new PastRun(
          Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
          result.version(),
          result.model(),
          result.device(),
          result.machine().processors(),
          result.window() == null ? null : result.window().fastestSeconds(),
          result.productRates() == null ? null : result.productRates().float32(),
          sizes == null || sizes.isEmpty() ? null : sizes.get(sizes.size() - 1).overSingleWindow(),
          result.folder() == null ? null : result.folder().overInference(),
          result.start() == null ? null : result.start().seconds(),
          result.memory() == null ? null : result.memory().beyondHeapBytes());
    }

    boolean isLike(PastRun other) {
      return model.equals(other.model)
          && device.equals(other.device)
          && processors == other.processors;
    }

    /**
     * The time of one window in 10^9 operations of products that the CPU makes in it, which a busy
     * machine hardly changes; on a GPU in seconds.
     */
    Double windowCost() {
      return inProducts(windowSeconds);
    }

    /** The same of the first map. */
    Double firstMapCost() {
      return inProducts(startSeconds);
    }

    private Double inProducts(Double seconds) {
      return seconds == null || productRate == null ? seconds : (Double) (seconds * productRate);
    }
  }

  /**
   * Of a folder; empty when it has none.
   *
   * @throws IOException when there is one that cannot be read
   */
  static BenchmarkHistory read(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    var runs = new ArrayList<PastRun>();
    if (Files.exists(file)) {
      int number = 0;
      for (var line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          runs.add(run(line, file, number));
        }
      }
    }
    return new BenchmarkHistory(List.copyOf(runs));
  }

  private static PastRun run(String line, Path file, int number) throws IOException {
    try {
      var run = Json.EMBEDDED.fromJson(line, PastRun.class);
      if (run != null && run.model() != null && run.device() != null) {
        return run;
      }
    } catch (JsonParseException e) {
      // Said below.
    }
    throw new IOException(
        "line " + number + " of " + file + " is no run of the benchmark; remove it, or the file");
  }

  /** Writes one more line, at once. */
  static void append(PastRun run, Path folder) throws IOException {
    Files.writeString(
        folder.resolve(FILE),
        Json.EMBEDDED.toJson(run) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** The runs of the same model on the same device of a machine with as many processors. */
  BenchmarkHistory like(PastRun run) {
    return new BenchmarkHistory(runs.stream().filter(run::isLike).toList());
  }

  BenchmarkHistory with(PastRun run) {
    var more = new ArrayList<>(runs);
    more.add(run);
    return new BenchmarkHistory(List.copyOf(more));
  }

  /** Sentences about what clearly costs more in a run than it did in these. */
  Optional<String> slower(PastRun run) {
    return Arrays.stream(Noticed.values())
        .flatMap(cost -> slower(run, cost).stream())
        .reduce((one, next) -> one + " " + next);
  }

  private Optional<String> slower(PastRun run, Noticed cost) {
    double[] costs =
        runs.stream()
            .map(cost.of)
            .filter(known -> known != null)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (costs.length == 0 || cost.of.apply(run) == null) {
      return Optional.empty();
    }
    double ratio = cost.of.apply(run) / costs[costs.length / 2];
    return ratio < cost.ratio
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s %.2f times as much as in the median of the %d earlier runs here, the last of"
                    + " them with version %s.",
                cost.sentence,
                ratio,
                costs.length,
                runs.get(runs.size() - 1).version()));
  }
}
