/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    var figures = bench.figures();
    var before = CardMemory.used(bench.device());
    figures.put(
        "bytes of the card in use before",
        before.isPresent() ? before.getAsLong() : "not measurable: no card can be asked");
    var series = new ArrayList<Series>();
    var told = new ArrayList<String>();
    // What is quick to measure first, and each figure kept as soon as it is there.
    for (var precision : PrecisionChoice.values()) {
      var single = measure(bench, precision, Measurement.WINDOW);
      var together = measure(bench, precision, Measurement.BATCHES);
      var folder = measure(bench, precision, Measurement.FOLDER).folder();
      series.add(series(together));
      told.add(
          String.format(
              Locale.ROOT,
              "%s: one window %.1f ms, the fastest batch %.1f ms a window, a folder %.1f pictures a"
                  + " second",
              single.device(),
              1e3 * single.window().medianSeconds(),
              Arrays.stream(series.get(series.size() - 1).y()).min().orElse(Double.NaN),
              folder.images() / folder.seconds()));
    }
    for (var precision : PrecisionChoice.values()) {
      measure(bench, precision, Measurement.SIZES);
    }
    return CheckOutcome.of(true, String.join("; ", told) + ".", figures)
        .with(List.of(chart(series)));
  }

  private static BenchmarkResult measure(
      CheckBench bench, PrecisionChoice precision, Measurement measurement)
      throws IOException, InterruptedException {
    var options = options(bench, precision).withMeasurements(Set.of(measurement));
    var result = new BenchmarkRun(options, bench::say).run();
    bench.figures().put(result.device() + ", " + measurement, result);
    return result;
  }

  private static Series series(BenchmarkResult result) {
    var batches = result.batches();
    return new Series(
        result.device(),
        batches.stream().mapToDouble(BatchTiming::windows).toArray(),
        batches.stream().mapToDouble(batch -> 1e3 * batch.secondsPerWindow()).toArray());
  }

  private static BenchmarkOptions options(CheckBench bench, PrecisionChoice precision) {
    boolean quick = bench.options().quick();
    var megapixels = bench.isGpu() ? List.of(1, 16) : List.of(1, 4);
    return new BenchmarkOptions(
        bench.options().model(),
        bench.onDevice(precision),
        Set.of(Measurement.WINDOW),
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
