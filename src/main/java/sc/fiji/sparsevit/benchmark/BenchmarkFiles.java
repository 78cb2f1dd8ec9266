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
import java.util.Locale;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.HtmlPage;
import sc.fiji.sparsevit.report.Json;
import sc.fiji.sparsevit.report.LineChart;
import sc.fiji.sparsevit.report.LineChart.ChartAxis;
import sc.fiji.sparsevit.report.LineChart.Series;

/** Writes {@code benchmark.json}, and {@code benchmark.html} with a plot. */
public final class BenchmarkFiles {

  private BenchmarkFiles() {}

  /**
   * @param folder created if missing
   * @throws IOException if it cannot be written to
   */
  public static void write(BenchmarkResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    var json = Json.READABLE.toJson(result);
    WholeFile.write(folder.resolve("benchmark.json"), part -> Files.writeString(part, json + "\n"));
    WholeFile.write(
        folder.resolve("benchmark.html"), part -> Files.writeString(part, page(result, json)));
  }

  private static String page(BenchmarkResult result, String json) {
    var title =
        String.format(Locale.ROOT, "SparseViT benchmark: %s, %s", result.model(), result.device());
    var page = new HtmlPage(title, title);
    if (result.sizes() != null) {
      page.add(HtmlPage.charts(List.of(chart(result.sizes()))));
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
        new ChartAxis("relative to a single window", 0, Math.max(1.5, highest)),
        List.of(
            new Series("cost per window", megapixels, ratios),
            new Series("a single window's", new double[] {0, largest}, new double[] {1, 1})));
  }

  /** The figures for people, a line each. */
  public static List<String> lines(BenchmarkResult result) {
    var lines = new ArrayList<String>();
    var rates = result.productRates();
    lines.add(
        format("Matrix products: float32 %.0f", rates.float32())
            + (rates.float32OneDnn() == null
                ? ""
                : format(", by oneDNN %.0f", rates.float32OneDnn()))
            + (rates.bfloat16() == null ? "" : format(", bfloat16 %.0f", rates.bfloat16()))
            + " GFLOP/s");
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
