/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.inference.ComputeOptions;

/** What is measured, never how much it is: that is another machine's business. */
class BenchmarkRunTest {
  @TempDir Path folder;

  private static BenchmarkResult run(Measurement... measurements) throws Exception {
    var options =
        new BenchmarkOptions(
            "lite", ComputeOptions.defaults(), Set.of(measurements), 1, List.of(1), 2);
    return new BenchmarkRun(options, message -> {}).run();
  }

  @Test
  void windowsAreSetAgainstTheRateOfProducts() throws Exception {
    var result = run(Measurement.WINDOW, Measurement.SIZES);

    var window = result.window();
    assertThat(window.operations()).isCloseTo(9.59, withinPercentage(0.1));
    assertThat(window.shareOfProductRate() * result.productRates().float32())
        .isCloseTo(window.operations() / window.fastestSeconds(), withinPercentage(0.1));
    assertThat(result.sizes()).hasSize(1);
    assertThat(result.sizes().get(0).windows()).isEqualTo(9);
    assertThat(result.device()).endsWith("float32");
    assertThat(result.folder()).isNull();
    assertThat(result.start()).isNull();
    assertThat(result.memory()).isNull();
  }

  @Test
  void filesHoldTheFiguresAndAPlot() throws Exception {
    var sizes =
        List.of(
            new BenchmarkResult.SizeTiming(1, 9, 0.05, 1),
            new BenchmarkResult.SizeTiming(4, 25, 0.06, 1.2));
    var result =
        new BenchmarkResult(
            "1",
            BenchmarkResult.Machine.current(),
            "lite",
            "float32",
            "cpu, float32",
            new BenchmarkResult.ProductRates(170, null, null),
            null,
            null,
            sizes,
            null,
            null,
            null);
    BenchmarkFiles.write(result, folder);

    assertThat(folder.resolve("benchmark.json"))
        .content()
        .contains("\"over_single_window\": 1.2", "\"float32\": 170.0")
        .doesNotContain("memory", "bfloat16");
    assertThat(folder.resolve("benchmark.html")).content().contains("<svg", "Cost per window");
    assertThat(BenchmarkFiles.lines(result))
        .containsExactly(
            "Matrix products: float32 170 GFLOP/s",
            "1 megapixels: 9 windows, each 1.00 times as long as a single one",
            "4 megapixels: 25 windows, each 1.20 times as long as a single one");
  }

  @Test
  void aFolderIsScreenedWhole() throws Exception {
    var throughput = run(Measurement.FOLDER).folder();

    assertThat(throughput.images()).isEqualTo(2);
    assertThat(throughput.seconds()).isGreaterThan(throughput.inferenceSeconds() / 2);
  }
}
