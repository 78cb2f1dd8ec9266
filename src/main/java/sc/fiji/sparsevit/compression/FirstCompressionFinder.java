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
 * Finds an earlier compression in the same blocks as the picture's last one, or else in shifted
 * ones. A coefficient that was rounded to multiples of one step and then to those of another has
 * some of these more often than others, which tells blocks that were compressed twice from those
 * that were compressed once. The idea is that of Lin, He, Tang, and Tang (Pattern Recognition
 * 2009), and how the coefficients before rounding are known that of Bianchi, De Rosa, and Piva
 * (ICASSP 2011): in blocks that lie elsewhere.
 */
final class FirstCompressionFinder {

  /** Blocks whose coefficients are looked at, at most. */
  private static final int SAMPLE = 4096;

  private static final int FEWEST_BLOCKS = 100;

  /** Of a block that lies elsewhere, along each side. */
  private static final int OFFSET = BlockGrid.SIZE / 2;

  /** Larger coefficients are rare. */
  private static final int LARGEST = 300;

  private static final int LARGEST_MEAN = BlockGrid.SIZE * 128;

  /** Of both sides' waves together; what is finer is hardly ever anything but 0. */
  private static final int MOST_WAVES = 9;

  /** For each block, below which a picture was probably compressed once. */
  private static final double LEAST_EVIDENCE = 0.12;

  /**
   * More evidence that a picture was changed as a whole between the compressions, for example in
   * contrast, is chance, for one coefficient, ...
   */
  private static final double CHANCE = 9;

  /**
   * ... and for all of them, as a share of the evidence. Beyond, blocks differ in how well they
   * fit, whatever their history.
   */
  private static final double MOST_DOUBT = 0.03;

  /** For a picture of which a part was compressed once. */
  private static final StepFinder FINDER = new StepFinder(0.3);

  private FirstCompressionFinder() {}

  /**
   * @param last the compression that the picture went through at last
   * @return empty if the picture shows no earlier one
   */
  static Optional<FirstCompression> find(RgbImage image, Compression last) {
    var grid = last.grid();
    var elsewhere = grid.shifted(OFFSET, OFFSET, image.width(), image.height());
    var sample = sample(image, grid);
    if (sample.size() < FEWEST_BLOCKS) {
      return Optional.empty();
    }
    var free = sample(image, elsewhere);
    boolean gray = isGray(image, grid);
    int[] steps = last.steps().sizes().clone();
    var firsts = new FirstStep[BlockGrid.AREA];
    var told = new ArrayList<Traced>();
    double evidence = 0;
    for (int i = 0; i < firsts.length; i++) {
      if (steps[i] > 1 && tells(i, gray) && !free.isEmpty()) {
        steps[i] = FINDER.last(steps[i], values(sample, i));
        var multiples = multiples(i, steps[i], sample, free);
        if (multiples.tell()) {
          firsts[i] = FirstStep.find(multiples);
          evidence += firsts[i].evidence();
          told.add(new Traced(multiples, firsts[i]));
        }
      }
    }
    if (evidence >= LEAST_EVIDENCE * sample.size() && !isChangedBetween(evidence, told)) {
      return Optional.of(new FirstCompression(grid, steps, firsts, false));
    }
    return gray ? Optional.empty() : ShiftedCompression.find(image, last, sample);
  }

  /**
   * Whether a coefficient tells anything. In a gray picture, the coarse ones do not: it may have
   * been in color when it was compressed first, and its gray is often not JPEG's brightness but the
   * colors' mean, to which the colors, of half the resolution, add waves of their own.
   */
  private static boolean tells(int coefficient, boolean gray) {
    int across = coefficient % BlockGrid.SIZE;
    int down = coefficient / BlockGrid.SIZE;
    boolean coarse = Math.max(across, down) < BlockGrid.SIZE / 2;
    return across + down <= MOST_WAVES && !(gray && coarse);
  }

  private static boolean isGray(RgbImage image, BlockGrid grid) {
    var reader = new BlockReader(image);
    return spread(grid).allMatch(block -> reader.read(grid.left(block), grid.top(block)).isGray());
  }

  private static IntStream spread(BlockGrid grid) {
    int number = Math.min(SAMPLE, grid.blocks());
    return IntStream.range(0, number).map(i -> (int) ((long) grid.blocks() * i / number));
  }

  private static Multiples multiples(int i, int step, List<float[]> sample, List<float[]> free) {
    boolean mean = i == 0;
    var density = ValueDensity.of(values(free, i), largest(i));
    return Multiples.of(values(sample, i), step, density, mean ? 0 : 1);
  }

  /** In gray levels: larger values of a coefficient are rare. */
  static int largest(int coefficient) {
    return coefficient == 0 ? LARGEST_MEAN : LARGEST;
  }

  /** One coefficient, and the step that explains it best. */
  private record Traced(Multiples multiples, FirstStep first) {}

  /** Whether a change of the whole picture between its compressions explains it better. */
  private static boolean isChangedBetween(double evidence, List<Traced> told) {
    double noisy = 0;
    double doubt = 0;
    for (var traced : told) {
      var multiples = traced.multiples();
      noisy += FirstStep.noisyEvidence(multiples);
      double more = FirstStep.scaledEvidence(multiples) - traced.first().evidence();
      doubt += Math.max(0, more - CHANCE);
    }
    return noisy > evidence || doubt > MOST_DOUBT * evidence;
  }

  static float[] values(List<float[]> blocks, int coefficient) {
    var values = new float[blocks.size()];
    for (int block = 0; block < values.length; block++) {
      values[block] = blocks.get(block)[coefficient];
    }
    return values;
  }

  /** The coefficients of blocks that are evenly spread over the picture. */
  static List<float[]> sample(RgbImage image, BlockGrid grid) {
    var reader = new BlockReader(image);
    var cosines = new Cosines();
    var sample = new ArrayList<float[]>();
    for (int block : spread(grid).toArray()) {
      var pixels = reader.read(grid.left(block), grid.top(block));
      if (FirstCompression.tells(pixels)) {
        var values = new float[BlockGrid.AREA];
        cosines.forward(pixels.levels(), values);
        sample.add(values);
      }
    }
    return sample;
  }
}
