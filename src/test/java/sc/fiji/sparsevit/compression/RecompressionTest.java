/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.misfit.BlockGrid;

class RecompressionTest {
  private static final int STEP = 12;

  /** In gray levels. */
  private static final float FITS = 0.3f;

  private static final float DOES_NOT_FIT = 1;

  private final Recompression recompression = new Recompression(new Steps(steps(), 1000));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 10})
  void aBlockThatWasDecodedFitsAlsoIfItWasCutOffAtWhite(int pixels) {
    assertThat(recompression.deviation(cutAtWhite(pixels, levels(0)))).isLessThan(FITS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 10})
  void aBlockThatWasDecodedFitsAlsoIfItWasCutOffAtBlack(int pixels) {
    assertThat(recompression.deviation(cutAtBlack(pixels, levels(0)))).isLessThan(FITS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 10})
  void aForeignBlockDoesNotFitEither(int pixels) {
    var foreign = levels(STEP / 2);

    assertThat(recompression.deviation(cutAtWhite(pixels, foreign))).isGreaterThan(DOES_NOT_FIT);
  }

  @Test
  void aBlockOfWhichMuchWasCutOffSaysNothing() {
    assertThat(recompression.deviation(cutAtWhite(32, levels(0)))).isNaN();
  }

  /** Of the mean such that it may be any whole level. */
  private static int[] steps() {
    var steps = new int[BlockGrid.AREA];
    Arrays.fill(steps, STEP);
    steps[0] = BlockGrid.SIZE;
    return steps;
  }

  /** Those of coarse waves, which are that much from multiples of the step. */
  private static int[] levels(int distance) {
    var random = new Random(1);
    var values = new float[BlockGrid.AREA];
    for (int wave = 1; wave < 4; wave++) {
      values[wave] = STEP * (random.nextInt(7) - 3) + distance;
      values[wave * BlockGrid.SIZE] = STEP * (random.nextInt(7) - 3) + distance;
      values[wave * BlockGrid.SIZE + wave] = STEP * (random.nextInt(7) - 3) + distance;
    }
    new Cosines().inverse(values, values);
    var levels = new int[BlockGrid.AREA];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.round(values[i]);
    }
    return levels;
  }

  /** Brighter, so that the brightest pixels are white. */
  private static PixelBlock cutAtWhite(int pixels, int[] levels) {
    return shifted(254 - sorted(levels)[levels.length - 1 - pixels], levels);
  }

  private static PixelBlock cutAtBlack(int pixels, int[] levels) {
    return shifted(1 - sorted(levels)[pixels], levels);
  }

  private static int[] sorted(int[] levels) {
    var sorted = levels.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static PixelBlock shifted(int by, int[] levels) {
    return new PixelBlock(
        Arrays.stream(levels)
            .map(level -> Math.max(0, Math.min(255, level + by)) * 0x010101)
            .toArray());
  }
}
