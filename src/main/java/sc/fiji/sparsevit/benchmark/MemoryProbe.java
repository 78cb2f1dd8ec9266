/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.progress.ProgressListener;

/** What a JVM that localizes needs in addition to its heap. */
final class MemoryProbe {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final int HEAP_MEGABYTES = 1536;

  private MemoryProbe() {}

  /** Where the system does not tell a process's peak there is nothing to measure. */
  static boolean isPossible() {
    return Files.isReadable(STATUS);
  }

  static BenchmarkResult.Memory measure(BenchmarkOptions options, Path folder)
      throws IOException, InterruptedException {
    var report = folder.resolve("memory");
    var output = folder.resolve("memory.txt");
    // A heap that is all there from the start can be subtracted.
    var heap = HEAP_MEGABYTES + "m";
    var jvm = List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch");
    var arguments =
        List.of(
            MemoryProbe.class.getName(),
            options.model(),
            options.compute().device().toString(),
            options.compute().precision().toString(),
            report.toString());
    ChildJvm.join(ChildJvm.start(jvm, arguments, output), output);
    long peak = Long.parseLong(Files.readString(report));
    long heapBytes = HEAP_MEGABYTES * 1024L * 1024;
    return new BenchmarkResult.Memory(peak, heapBytes, peak - heapBytes);
  }

  /** The other JVM: model, device, precision, and the file for its peak in bytes. */
  public static void main(String[] arguments) throws IOException {
    var compute =
        new ComputeOptions(DeviceChoice.of(arguments[1]), PrecisionChoice.of(arguments[2]));
    try (var localizer = ManipulationLocalizer.open(arguments[0], compute, warning -> {})) {
      // More than one window, for the engine keeps some of what it used.
      var picture = TestPicture.image(1000, 1000);
      localizer.localize(picture, LocalizationOptions.networkAlone(), ProgressListener.NONE);
      Files.writeString(Path.of(arguments[3]), Long.toString(peak()));
    }
  }

  private static long peak() throws IOException {
    try (var lines = Files.lines(STATUS)) {
      var kilobytes =
          lines.filter(line -> line.startsWith(PEAK)).findFirst().orElseThrow().split("\\s+")[1];
      return Long.parseLong(kilobytes) * 1024;
    }
  }
}
