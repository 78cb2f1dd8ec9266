/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * The compression that most of a picture went through; of two on one grid, the coarser one.
 *
 * @param grid of its blocks
 * @param steps of its luminance
 */
record Compression(BlockGrid grid, Steps steps) {

  /** Blocks whose coefficients are looked at, at most. */
  private static final int SAMPLE = 1024;

  private static final int FEWEST_BLOCKS = 40;

  /** Much of the picture may be pasted. */
  private static final StepFinder FINDER = new StepFinder(0.3);

  /** Less may be chance, or says too little about a block. */
  private static final double LEAST_EVIDENCE = 300;

  private static final int FEWEST_STEPS = 12;

  /** Empty if the picture shows none. */
  static Optional<Compression> find(RgbImage image) {
    return GridFinder.find(image).flatMap(grid -> find(image, grid));
  }

  private static Optional<Compression> find(RgbImage image, BlockGrid grid) {
    var sample = sample(image, grid, IntStream.range(0, grid.blocks()).toArray());
    if (sample.size() < FEWEST_BLOCKS) {
      return Optional.empty();
    }
    var steps = FINDER.find(sample);
    return steps.evidence() < LEAST_EVIDENCE || steps.known() < FEWEST_STEPS
        ? Optional.empty()
        : Optional.of(new Compression(grid, steps));
  }

  /** The coefficients of some blocks, evenly spread, without those in which a color is cut off. */
  static List<float[]> sample(RgbImage image, BlockGrid grid, int[] blocks) {
    var reader = new BlockReader(image);
    var cosines = new Cosines();
    var sample = new ArrayList<float[]>();
    int number = Math.min(SAMPLE, blocks.length);
    for (int i = 0; i < number; i++) {
      int block = blocks[(int) ((long) blocks.length * i / number)];
      var levels = reader.read(grid.left(block), grid.top(block));
      if (levels.isWhole()) {
        var values = new float[BlockGrid.AREA];
        cosines.forward(levels.levels(), values);
        sample.add(values);
      }
    }
    return sample;
  }
}
