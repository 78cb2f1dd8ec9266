/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.inpainting;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * The background painted over something, as bands are erased from blots: an even color, with grain
 * like that of the surroundings or without.
 *
 * @param grain how much of the surroundings' grain is imitated, 0-1
 * @param seed of the grain
 */
public record EvenFill(double grain, long seed) implements Inpainter {

  private static final int REACH = 4;

  @Override
  public RgbRaster fill(RgbRaster picture, boolean[] hole) {
    int[] around =
        IntStream.range(0, hole.length)
            .filter(i -> !hole[i] && isNear(hole, i, picture.width(), picture.height()))
            .toArray();
    var filled = picture.copy();
    if (around.length == 0) {
      return filled;
    }
    var random = new SplittableRandom(seed);
    byte[] samples = picture.samples();
    double[] means = new double[RgbRaster.CHANNELS];
    for (int c = 0; c < means.length; c++) {
      int channel = c * hole.length;
      means[c] = IntStream.of(around).map(i -> samples[channel + i] & 255).average().orElse(0);
    }
    for (int i = 0; i < hole.length; i++) {
      if (hole[i]) {
        int like = around[random.nextInt(around.length)];
        for (int c = 0; c < means.length; c++) {
          int other = samples[c * hole.length + like] & 255;
          filled.samples()[c * hole.length + i] =
              RgbRaster.round((float) (means[c] + grain * (other - means[c])));
        }
      }
    }
    return filled;
  }

  private static boolean isNear(boolean[] hole, int i, int width, int height) {
    int x = i % width;
    int y = i / width;
    return x >= REACH && hole[i - REACH]
        || x + REACH < width && hole[i + REACH]
        || y >= REACH && hole[i - REACH * width]
        || y + REACH < height && hole[i + REACH * width];
  }
}
