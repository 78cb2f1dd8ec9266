/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.util.List;
import java.util.Set;
import sc.fiji.sparsevit.inference.ComputeOptions;

/**
 * What is measured, and how thoroughly.
 *
 * @param model name or file
 * @param compute device and precision
 * @param measurements the kinds of figures that are wanted
 * @param repetitions of a single window
 * @param megapixels of the images whose cost per window is measured
 * @param images in the folder
 */
public record BenchmarkOptions(
    String model,
    ComputeOptions compute,
    Set<Measurement> measurements,
    int repetitions,
    List<Integer> megapixels,
    int images) {

  public BenchmarkOptions {
    measurements = Set.copyOf(measurements);
    megapixels = List.copyOf(megapixels);
  }

  /** Everything. */
  public static BenchmarkOptions thorough(String model, ComputeOptions compute) {
    return new BenchmarkOptions(
        model, compute, Set.of(Measurement.values()), 20, List.of(1, 4, 16, 36, 100), 200);
  }

  /** Everything, on less: a minute or so. */
  public static BenchmarkOptions quick(String model, ComputeOptions compute) {
    return new BenchmarkOptions(model, compute, Set.of(Measurement.values()), 8, List.of(1, 4), 20);
  }

  public BenchmarkOptions withMeasurements(Set<Measurement> other) {
    return new BenchmarkOptions(model, compute, other, repetitions, megapixels, images);
  }
}
