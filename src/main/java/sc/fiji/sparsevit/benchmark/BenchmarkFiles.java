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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.benchmark.BenchmarkHistory.PastRun;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.HtmlPage;
import sc.fiji.sparsevit.report.Json;
import sc.fiji.sparsevit.report.LineChart;
import sc.fiji.sparsevit.report.LineChart.ChartAxis;
import sc.fiji.sparsevit.report.LineChart.Series;

/**
 * Writes {@code benchmark.json}, and {@code benchmark.html} with plots, and adds a line to the
 * folder's history.
 */
public final class BenchmarkFiles {

  /** Of the table of earlier runs. */
  private static final int ROWS = 20;

  private BenchmarkFiles() {}

  /**
   * @param folder created if missing
   * @return a sentence if this run was slower than earlier ones there
   * @throws IOException if it cannot be written to
   */
  public static Optional<String> write(BenchmarkResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    var json = Json.READABLE.toJson(result);
    WholeFile.write(folder.resolve("benchmark.json"), part -> Files.writeString(part, json + "\n"));
    var run = PastRun.of(result);
    var earlier = BenchmarkHistory.read(folder).like(run);
    var slower = earlier.slower(run);
    WholeFile.write(
        folder.resolve("benchmark.html"),
        part -> Files.writeString(part, page(result, json, earlier.with(run), slower)));
    BenchmarkHistory.append(run, folder);
    return slower;
  }

  private static String page(
      BenchmarkResult result, String json, BenchmarkHistory history, Optional<String> slower) {
    var title =
        String.format(Locale.ROOT, "SparseViT benchmark: %s, %s", result.model(), result.device());
    var page = new HtmlPage(title, title);
    slower.ifPresent(page::note);
    page.add(Html.listing(String.join("\n", lines(result))));
    if (result.sizes() != null) {
      page.add(HtmlPage.charts(List.of(chart(result.sizes()))));
    }
    if (history.runs().size() > 1) {
      page.section(
          "History",
          history.runs().size()
              + " runs with this model and device, from version "
              + history.runs().get(0).version()
              + " to "
              + result.version()
              + "; the last is this one. The chart shows what each cost relative to the first; on a"
              + " CPU, one window and the first map are relative to its matrix products, so that"
              + " other work on the machine hardly matters.",
          HtmlPage.charts(charts(history)) + table(history));
    }
    return page.add(Html.listing(json)).toHtml();
  }

  private static LineChart chart(List<BenchmarkResult.SizeTiming> sizes) {
    double[] megapixels =
        sizes.stream().mapToDouble(BenchmarkResult.SizeTiming::megapixels).toArray();
    double[] ratios =
        sizes.stream().mapToDouble(BenchmarkResult.SizeTiming::overSingleWindow).toArray();
    double largest = megapixels[megapixels.length - 1];
    double highest =
        sizes.stream().mapToDouble(BenchmarkResult.SizeTiming::overSingleWindow).max().orElse(1);
    return new LineChart(
        "Cost per window",
        new ChartAxis("megapixels", 0, largest),
        ChartAxis.ofRatio("relative to a single window", highest),
        List.of(
            new Series("cost per window", megapixels, ratios),
            new Series("a single window's", new double[] {0, largest}, new double[] {1, 1})));
  }

  /** Whatever was measured in any of the runs, each relative to the first run that has it. */
  private static List<LineChart> charts(BenchmarkHistory history) {
    var series =
        List.of(
            relative("one window", history, PastRun::windowCost),
            relative("a window of the largest image", history, PastRun::overSingleWindow),
            relative("a folder", history, PastRun::overInference),
            relative("first map", history, PastRun::firstMapCost),
            relative(
                "memory",
                history,
                run -> run.memoryBytes() == null ? null : run.memoryBytes().doubleValue()));
    var drawn = series.stream().filter(one -> !Double.isNaN(max(one))).toList();
    double highest = drawn.stream().mapToDouble(BenchmarkFiles::max).max().orElse(1);
    return List.of(
        new LineChart(
            "Cost over the runs",
            ChartAxis.ofCount("run", history.runs().size()),
            ChartAxis.ofRatio("times the first run's", highest),
            drawn));
  }

  /** The latest runs, the last one first. */
  private static String table(BenchmarkHistory history) {
    var runs = history.runs();
    var rows =
        IntStream.iterate(runs.size(), run -> run > 0, run -> run - 1)
            .limit(ROWS)
            .mapToObj(run -> row(run, runs.get(run - 1)))
            .toList();
    return Html.table(
        List.of("Run", "Ended (UTC)", "Version", "One window", "First map", "Products", "Memory"),
        rows);
  }

  private static List<String> row(int number, PastRun run) {
    return List.of(
        Integer.toString(number),
        run.time().replace('T', ' ').replaceAll(":..Z$", ""),
        run.version(),
        cell("%.3f s", run.windowSeconds()),
        cell("%.1f s", run.startSeconds()),
        cell("%.0f GFLOP/s", run.productRate()),
        run.memoryBytes() == null ? "" : format("%.2f GB", run.memoryBytes() / 1e9));
  }

  private static String cell(String pattern, Double figure) {
    return figure == null ? "" : format(pattern, figure);
  }

  private static Series relative(
      String name, BenchmarkHistory history, Function<PastRun, Double> figure) {
    var figures = history.runs().stream().map(figure).toList();
    double first = figures.stream().filter(Objects::nonNull).findFirst().orElse(Double.NaN);
    return new Series(
        name,
        IntStream.rangeClosed(1, figures.size()).mapToDouble(i -> i).toArray(),
        figures.stream()
            .mapToDouble(value -> value == null ? Double.NaN : value / first)
            .toArray());
  }

  private static double max(Series series) {
    return Arrays.stream(series.y()).filter(y -> !Double.isNaN(y)).max().orElse(Double.NaN);
  }

  /** The figures for people, a line each. */
  public static List<String> lines(BenchmarkResult result) {
    var lines = new ArrayList<String>();
    var rates = result.productRates();
    if (rates != null) {
      lines.add(
          format("Matrix products: float32 %.0f", rates.float32())
              + (rates.float32OneDnn() == null
                  ? ""
                  : format(", by oneDNN %.0f", rates.float32OneDnn()))
              + (rates.bfloat16() == null ? "" : format(", bfloat16 %.0f", rates.bfloat16()))
              + " GFLOP/s");
    }
    if (result.window() != null) {
      var window = result.window();
      lines.add(
          format(
                  "One window (%s): %.3f s, fastest %.3f s",
                  result.device(), window.medianSeconds(), window.fastestSeconds())
              + (window.shareOfProductRate() == null
                  ? ""
                  : format(": %.2f of the float32 product rate", window.shareOfProductRate())));
    }
    if (result.batches() != null) {
      for (var batch : result.batches()) {
        lines.add(
            format("%d windows together: %.4f s each", batch.windows(), batch.secondsPerWindow())
                + (batch.cardBytes() == null
                    ? ""
                    : format(", %.2f GB of the GPU in use", batch.cardBytes() / 1e9)));
      }
    }
    if (result.sizes() != null) {
      for (var size : result.sizes()) {
        lines.add(
            format(
                "%d megapixels: %d windows, each %.2f times as long as a single one",
                size.megapixels(), size.windows(), size.overSingleWindow()));
      }
    }
    if (result.folder() != null) {
      lines.add(
          format(
              "Folder of %d images: %.2f times their inference alone",
              result.folder().images(), result.folder().overInference()));
    }
    if (result.start() != null) {
      lines.add(format("First map saved %.1f s after the JVM started", result.start().seconds()));
    }
    if (result.memory() != null) {
      lines.add(
          format("Peak memory beyond the heap: %.2f GB", result.memory().beyondHeapBytes() / 1e9));
    }
    return List.copyOf(lines);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
