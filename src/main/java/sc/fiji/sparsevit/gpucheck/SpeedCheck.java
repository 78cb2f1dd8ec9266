/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sc.fiji.sparsevit.benchmark.BenchmarkOptions;
import sc.fiji.sparsevit.benchmark.BenchmarkResult;
import sc.fiji.sparsevit.benchmark.BenchmarkResult.BatchTiming;
import sc.fiji.sparsevit.benchmark.BenchmarkRun;
import sc.fiji.sparsevit.benchmark.CardMemory;
import sc.fiji.sparsevit.benchmark.Measurement;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.report.LineChart;
import sc.fiji.sparsevit.report.LineChart.ChartAxis;
import sc.fiji.sparsevit.report.LineChart.Series;

/** How fast: one window, several together, a folder, large pictures; and the card's memory. */
final class SpeedCheck implements DeviceCheck {

  @Override
  public String title() {
    return "Speed and memory";
  }

  @Override
  public CheckOutcome run(CheckBench bench) throws IOException, InterruptedException {
    var before = CardMemory.used(bench.device());
    var figures = new LinkedHashMap<String, Object>();
    figures.put(
        "bytes of the card in use before",
        before.isPresent() ? before.getAsLong() : "not measurable: no card can be asked");
    var series = new ArrayList<Series>();
    var exact = measure(bench, PrecisionChoice.FLOAT32, figures, series);
    var shorter = measure(bench, PrecisionChoice.AUTO, figures, series);
    return CheckOutcome.of(
            true,
            String.format(
                Locale.ROOT,
                "One window %.1f ms in %s, %.1f ms in %s; a folder %.1f and %.1f pictures a"
                    + " second.",
                1e3 * exact.window().medianSeconds(),
                exact.device(),
                1e3 * shorter.window().medianSeconds(),
                shorter.device(),
                exact.folder().images() / exact.folder().seconds(),
                shorter.folder().images() / shorter.folder().seconds()),
            figures)
        .with(List.of(chart(series)));
  }

  private static BenchmarkResult measure(
      CheckBench bench, PrecisionChoice precision, Map<String, Object> figures, List<Series> series)
      throws IOException, InterruptedException {
    var result = new BenchmarkRun(options(bench, precision), bench::say).run();
    figures.put(result.device(), result);
    var batches = result.batches();
    series.add(
        new Series(
            result.device(),
            batches.stream().mapToDouble(BatchTiming::windows).toArray(),
            batches.stream().mapToDouble(batch -> 1e3 * batch.secondsPerWindow()).toArray()));
    return result;
  }

  private static BenchmarkOptions options(CheckBench bench, PrecisionChoice precision) {
    boolean quick = bench.options().quick();
    var megapixels = bench.isGpu() ? List.of(1, 16) : List.of(1, 4);
    return new BenchmarkOptions(
        bench.options().model(),
        bench.onDevice(precision),
        Set.of(Measurement.WINDOW, Measurement.BATCHES, Measurement.SIZES, Measurement.FOLDER),
        quick ? 8 : 20,
        quick ? megapixels : List.of(1, 16, 100),
        quick ? 24 : 200);
  }

  private static LineChart chart(List<Series> series) {
    double most = 1;
    double slowest = 0;
    for (var line : series) {
      for (int i = 0; i < line.x().length; i++) {
        most = Math.max(most, line.x()[i]);
        slowest = Math.max(slowest, line.y()[i]);
      }
    }
    return new LineChart(
        "Several windows together",
        new ChartAxis("windows", 0, most),
        new ChartAxis("milliseconds a window", 0, 1.1 * slowest),
        series);
  }
}
