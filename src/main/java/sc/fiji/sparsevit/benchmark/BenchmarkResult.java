/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.util.List;

/**
 * What was measured in one run; what was not is null.
 *
 * @param version of this software
 * @param machine it ran on
 * @param model name of the weights
 * @param precision that was asked for
 * @param device that computed, and the numbers it computed with
 * @param productRates of the CPU, at the same time; null where a GPU computes
 * @param window latency of one window
 * @param batches cost per window when several are computed together
 * @param sizes cost per window of larger images
 * @param folder throughput
 * @param start of a JVM
 * @param memory of a JVM
 */
public record BenchmarkResult(
    String version,
    Machine machine,
    String model,
    String precision,
    String device,
    ProductRates productRates,
    SingleWindow window,
    List<BatchTiming> batches,
    List<SizeTiming> sizes,
    Folder folder,
    Start start,
    Memory memory) {

  /**
   * @param processors that Java may use
   */
  public record Machine(String system, String architecture, int processors, String java) {
    static Machine current() {
      return new Machine(
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"));
    }
  }

  /**
   * Of products of large square matrices on the CPU, in 10^9 operations a second, the fastest seen.
   *
   * @param float32 PyTorch's matrix product
   * @param float32OneDnn oneDNN's; null where this build of PyTorch has none
   * @param bfloat16 PyTorch's matrix product; null where the CPU has no such numbers
   */
  public record ProductRates(double float32, Double float32OneDnn, Double bfloat16) {}

  /**
   * One window of 512x512 pixels.
   *
   * @param operations of its convolutions and matrix products, in 10^9; null where not known
   * @param fastestSeconds of all repetitions
   * @param shareOfProductRate its operations per second, when fastest, over the float32 rate; null
   *     where operations are not known, or on a GPU
   */
  public record SingleWindow(
      Double operations, double medianSeconds, double fastestSeconds, Double shareOfProductRate) {}

  /**
   * @param secondsPerWindow of the batch's median time
   * @param cardBytes in use on the GPU afterwards, by all programs; null on the CPU
   */
  public record BatchTiming(int windows, double secondsPerWindow, Long cardBytes) {}

  /**
   * @param overSingleWindow {@code secondsPerWindow} over the median of single windows measured
   *     right before
   */
  public record SizeTiming(
      int megapixels, long windows, double secondsPerWindow, double overSingleWindow) {}

  /**
   * @param seconds from the first image's file to the last result's
   * @param inferenceSeconds the sum of what the single maps took
   */
  public record Folder(int images, double seconds, double inferenceSeconds, double overInference) {}

  /**
   * @param seconds from the start of the process to a complete probability map on the disk
   */
  public record Start(double seconds) {}

  /**
   * @param peakBytes most that was ever resident
   * @param heapBytes of it Java's heap
   */
  public record Memory(long peakBytes, long heapBytes, long beyondHeapBytes) {}
}
