/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.Rectangle;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.raster.GaussianBlur;
import sc.fiji.sparsevit.training.raster.GaussianNoise;
import sc.fiji.sparsevit.training.raster.Interpolation;
import sc.fiji.sparsevit.training.raster.Jpeg;
import sc.fiji.sparsevit.training.raster.RgbRaster;

/** Gives pixels their history: resampling, blur, noise, JPEG, in this order. */
final class Darkroom {

  private static final double SHARED_NOISE = 0.4;
  private static final double FULL_CHROMA = 0.3;
  private static final int GRID = 8;

  private Darkroom() {}

  /**
   * A part of a photograph at another size, with a history whose factor says what that size is.
   *
   * @param part in the photograph; what lies outside repeats the edge
   */
  static RgbRaster develop(
      RgbRaster photo,
      Rectangle part,
      int width,
      int height,
      History history,
      RandomGenerator random) {
    var cut = photo.crop(part.x, part.y, part.width, part.height);
    return process(interpolation(random).resize(cut, width, height), history, random);
  }

  /** All steps of a history but the resampling. */
  static RgbRaster process(RgbRaster picture, History history, RandomGenerator random) {
    var result = picture;
    if (history.blur() > 0) {
      result = GaussianBlur.ofSigma(history.blur()).apply(result);
    }
    if (history.noise() > 0) {
      boolean shared = random.nextDouble() < SHARED_NOISE;
      result = new GaussianNoise(history.noise(), shared).apply(result, random);
    }
    if (history.quality() > 0) {
      result =
          jpeg(history.quality(), random)
              .recompress(result, random.nextInt(GRID), random.nextInt(GRID));
    }
    return result;
  }

  static Jpeg jpeg(int quality, RandomGenerator random) {
    return new Jpeg(quality, random.nextDouble() < FULL_CHROMA);
  }

  static Interpolation interpolation(RandomGenerator random) {
    var all = Interpolation.values();
    return all[random.nextInt(all.length)];
  }
}
