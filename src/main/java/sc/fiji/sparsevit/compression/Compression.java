/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * The compression that most of a picture went through last.
 *
 * @param grid of its blocks
 * @param steps of its luminance
 */
record Compression(BlockGrid grid, Steps steps) {

  /** Blocks that the steps are found from, evenly spread, at most. */
  private static final int SAMPLE = 1024;

  private static final int FEWEST_BLOCKS = 40;

  /** Share of coefficients that may be strangers in the whole picture, and in its better half. */
  private static final double STRANGERS = 0.3;

  private static final double FEW_STRANGERS = 0.03;

  private static final int ROUNDS = 3;

  /** Less may be chance, or says too little about a block. */
  private static final double LEAST_EVIDENCE = 300;

  private static final int FEWEST_STEPS = 12;

  /** A block's levels and coefficients. */
  private record Sampled(float[] levels, float[] coefficients) {}

  /** Empty if the picture shows none. */
  static Optional<Compression> find(RgbImage image) {
    return GridFinder.find(image).flatMap(grid -> find(image, grid));
  }

  private static Optional<Compression> find(RgbImage image, BlockGrid grid) {
    var sample = sample(image, grid);
    if (sample.size() < FEWEST_BLOCKS) {
      return Optional.empty();
    }
    var steps = new StepFinder(STRANGERS).find(coefficients(sample));
    var strict = new StepFinder(FEW_STRANGERS);
    for (int round = 0; round < ROUNDS && steps.known() > 0; round++) {
      // Of two compressions on one grid, the first shows in most coefficients, but only the steps
      // of the last one hold for all.
      var better = strict.find(coefficients(betterHalf(sample, steps)));
      boolean same = Arrays.equals(better.sizes(), steps.sizes());
      steps = better;
      if (same) {
        break;
      }
    }
    return steps.evidence() < LEAST_EVIDENCE || steps.known() < FEWEST_STEPS
        ? Optional.empty()
        : Optional.of(new Compression(grid, steps));
  }

  private static List<Sampled> sample(RgbImage image, BlockGrid grid) {
    var reader = new BlockReader(image);
    var cosines = new Cosines();
    var sample = new ArrayList<Sampled>();
    int number = Math.min(SAMPLE, grid.blocks());
    for (int i = 0; i < number; i++) {
      int block = (int) ((long) grid.blocks() * i / number);
      var levels = new float[BlockGrid.AREA];
      if (reader.read(grid.left(block), grid.top(block), levels)) {
        var coefficients = new float[BlockGrid.AREA];
        cosines.forward(levels, coefficients);
        sample.add(new Sampled(levels, coefficients));
      }
    }
    return sample;
  }

  private static List<float[]> coefficients(List<Sampled> sample) {
    return sample.stream().map(Sampled::coefficients).toList();
  }

  /** Those that the steps explain best. */
  private static List<Sampled> betterHalf(List<Sampled> sample, Steps steps) {
    var recompression = new Recompression(steps);
    var deviations = new float[sample.size()];
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = recompression.deviation(sample.get(i).levels());
    }
    var sorted = deviations.clone();
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2];
    var better = new ArrayList<Sampled>();
    for (int i = 0; i < deviations.length; i++) {
      if (deviations[i] <= median) {
        better.add(sample.get(i));
      }
    }
    return better;
  }
}
