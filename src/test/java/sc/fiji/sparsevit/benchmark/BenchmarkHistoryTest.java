/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkHistoryTest {

  @TempDir private Path folder;

  /** A run whose single window took so long while the CPU multiplied that fast. */
  private static BenchmarkResult result(String device, double seconds, double rate) {
    return result(device, seconds, rate, null, null);
  }

  private static BenchmarkResult result(
      String device,
      double seconds,
      double rate,
      BenchmarkResult.Start start,
      BenchmarkResult.Memory memory) {
    return new BenchmarkResult(
        "1",
        BenchmarkResult.Machine.current(),
        "lite",
        "float32",
        device,
        new BenchmarkResult.ProductRates(rate, null, null),
        new BenchmarkResult.SingleWindow(9.6, seconds * 1.1, seconds, null),
        null,
        null,
        new BenchmarkResult.Folder(2, 1.03, 1, 1.03),
        start,
        memory);
  }

  private static BenchmarkResult startAndMemory(double seconds, double rate, long bytes) {
    return result(
        "cpu, float32",
        8.5 / rate,
        rate,
        new BenchmarkResult.Start(seconds),
        new BenchmarkResult.Memory(2 * bytes, bytes, bytes));
  }

  @Test
  void aSlowerRunIsToldAndPlotted() throws Exception {
    assertThat(BenchmarkFiles.write(result("cpu, float32", 0.05, 170), folder)).isEmpty();
    assertThat(BenchmarkFiles.write(result("cpu, float32", 0.055, 170), folder)).isEmpty();
    assertThat(folder.resolve("benchmark.html")).content().contains("2 runs with this model");

    var slower = BenchmarkFiles.write(result("cpu, float32", 0.07, 170), folder);

    assertThat(slower).hasValueSatisfying(told -> assertThat(told).contains("1.27 times"));
    assertThat(folder.resolve("benchmark.html"))
        .content()
        .contains("3 runs with this model", "1.27 times", "Cost over the runs", "a folder")
        .contains("<th>Ended (UTC)</th>", "<td>0.070 s</td>", "<td>170 GFLOP/s</td>")
        .contains("One window (cpu, float32): 0.077 s");
    assertThat(Files.readAllLines(folder.resolve("history.jsonl"))).hasSize(3);
  }

  @Test
  void aBusyMachineIsNoSlowerVersion() throws Exception {
    BenchmarkFiles.write(result("cpu, float32", 0.05, 170), folder);

    assertThat(BenchmarkFiles.write(result("cpu, float32", 0.1, 85), folder)).isEmpty();
  }

  @Test
  void aLaterFirstMapAndMoreMemoryAreToldToo() throws Exception {
    BenchmarkFiles.write(startAndMemory(2, 170, 400_000_000), folder);

    assertThat(BenchmarkFiles.write(startAndMemory(4, 100, 410_000_000), folder)).isEmpty();
    assertThat(BenchmarkFiles.write(startAndMemory(3.7, 170, 400_000_000), folder))
        .hasValueSatisfying(
            told -> assertThat(told).startsWith("The first map costs").doesNotContain("Memory"));
    assertThat(BenchmarkFiles.write(startAndMemory(2, 170, 600_000_000), folder))
        .hasValueSatisfying(told -> assertThat(told).startsWith("Memory beyond the heap is 1.50"));
  }

  @Test
  void runsOfAnotherDeviceAreNotCompared() throws Exception {
    BenchmarkFiles.write(result("gpu, float16", 0.005, 170), folder);

    assertThat(BenchmarkFiles.write(result("cpu, float32", 0.05, 170), folder)).isEmpty();
    assertThat(folder.resolve("benchmark.html")).content().doesNotContain("Cost over the runs");
    assertThat(BenchmarkFiles.write(result("gpu, float16", 0.008, 340), folder)).isPresent();
  }

  @Test
  void aLineThatIsNoRunIsNamedAndTheFiguresAreKept() throws Exception {
    Files.writeString(folder.resolve("history.jsonl"), "{\"model\": 3\n");

    assertThatThrownBy(() -> BenchmarkFiles.write(result("cpu, float32", 0.05, 170), folder))
        .hasMessageContaining("line 1 of")
        .hasMessageContaining("history.jsonl");
    assertThat(folder.resolve("benchmark.json")).isRegularFile();
  }
}
