/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.compression.ShiftFinder.BlockShift;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * Finds an earlier compression whose blocks lie elsewhere than those of the last one, as in a
 * picture that was cropped in between. Its coefficients lie about multiples of the first steps, as
 * far away as the last compression moved them.
 */
final class ShiftedCompression {

  /** For each block; less tells next to nothing about any. */
  private static final double LEAST_EVIDENCE = 0.05;

  /** Of a step: waves as long as the step vanish from what is known of coefficients without it. */
  private static final double SMOOTHING = 0.6;

  /** From a whole step, within which a change of tones in between may have moved it. */
  private static final double BETWEEN = 0.5;

  /** The same as a share of the evidence: more shows such a change. */
  private static final double MOST_DOUBT = 0.1;

  private final BlockGrid grid;
  private final List<float[]> sample;
  private final int[] steps = new int[BlockGrid.AREA];
  private final FirstStep[] firsts = new FirstStep[BlockGrid.AREA];
  private double evidence;

  /** How much more steps that are no whole numbers explain. */
  private double doubt;

  private ShiftedCompression(BlockGrid grid, List<float[]> sample) {
    this.grid = grid;
    this.sample = sample;
  }

  /**
   * @param last the compression that the picture went through at last
   * @param sample the coefficients of its blocks
   * @return empty if the picture shows no earlier one
   */
  static Optional<FirstCompression> find(RgbImage image, Compression last, List<float[]> sample) {
    var error = RoundingError.of(last.steps(), sample);
    return ShiftFinder.find(image, last.grid(), error)
        .flatMap(shift -> find(image, last.grid(), shift, error));
  }

  private static Optional<FirstCompression> find(
      RgbImage image, BlockGrid last, BlockShift shift, RoundingError error) {
    var grid = last.shifted(shift.right(), shift.down(), image.width(), image.height());
    var found = new ShiftedCompression(grid, FirstCompressionFinder.sample(image, grid));
    for (int i = 0; i < BlockGrid.AREA; i++) {
      if (shift.firsts()[i] > 0) {
        found.add(i, shift.firsts()[i], error.deviation(i, shift.right(), shift.down()));
      }
    }
    return found.told();
  }

  /**
   * Adds what a coefficient tells, whole gray levels apart. Only of a block's mean do values count
   * that were rounded to zero.
   */
  private void add(int coefficient, int first, double noise) {
    var values = FirstCompressionFinder.values(sample, coefficient);
    int largest = FirstCompressionFinder.largest(coefficient);
    var density = ValueDensity.of(values, largest, SMOOTHING * first);
    var multiples = Multiples.of(values, 1, density, coefficient == 0 ? 0 : first / 2 + 1);
    var step = FirstStep.of(first, noise, multiples);
    double scaled = FirstStep.scaledEvidence(first - BETWEEN, first + BETWEEN, noise, multiples);
    steps[coefficient] = 1;
    firsts[coefficient] = step;
    evidence += step.evidence();
    doubt += Math.max(0, scaled - step.evidence());
  }

  private Optional<FirstCompression> told() {
    var first = new FirstCompression(grid, steps, firsts, true);
    boolean enough = evidence >= LEAST_EVIDENCE * sample.size() && evidence > 0;
    return enough && doubt <= MOST_DOUBT * evidence && fitsMost(first)
        ? Optional.of(first)
        : Optional.empty();
  }

  /** Otherwise, a part of the picture brought these blocks along. */
  private boolean fitsMost(FirstCompression first) {
    double sum = 0;
    for (float[] values : sample) {
      sum += first.ratio(values);
    }
    return sum > 0;
  }
}
