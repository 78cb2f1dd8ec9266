/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.GaussianNoise;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.Jpeg;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.JpegGrid;

/** Gives pixels their history: resampling, blur, noise, JPEG, in this order. */
public final class Processing {

  private static final double SHARED_NOISE = 0.4;
  private static final double FULL_CHROMA = 0.3;

  private Processing() {}

  /** A part of a photograph made width x height pixels large in the two steps of its scaling. */
  public static RgbRaster scaled(
      RgbRaster part, Scaling scaling, int width, int height, RandomGenerator random) {
    var fresh = part;
    if (scaling.prior() < 1) {
      fresh =
          averaging(random)
              .resize(
                  part,
                  Interpolation.length(width / scaling.factor()),
                  Interpolation.length(height / scaling.factor()));
    }
    return interpolation(random).resize(fresh, width, height);
  }

  /** All steps of a history but the resampling. */
  public static RgbRaster processed(RgbRaster picture, History history, RandomGenerator random) {
    var result = picture;
    if (history.blur() > 0) {
      result = GaussianBlur.ofSigma(history.blur()).apply(result);
    }
    if (history.noise() > 0) {
      boolean shared = random.nextDouble() < SHARED_NOISE;
      result = new GaussianNoise(history.noise(), shared).apply(result, random);
    }
    return history.quality() > 0
        ? saved(result, history.quality(), history.grid(), random)
        : result;
  }

  /** The picture after it was saved as JPEG and opened again. */
  public static RgbRaster saved(
      RgbRaster picture, int quality, JpegGrid grid, RandomGenerator random) {
    var jpeg = new Jpeg(quality, random.nextDouble() < FULL_CHROMA);
    return grid.isLost()
        ? jpeg.recompress(picture)
        : jpeg.recompress(
            picture,
            (JpegGrid.BLOCK - grid.x()) % JpegGrid.BLOCK,
            (JpegGrid.BLOCK - grid.y()) % JpegGrid.BLOCK);
  }

  public static Interpolation interpolation(RandomGenerator random) {
    var all = Interpolation.values();
    return all[random.nextInt(all.length)];
  }

  /** One that leaves no aliasing when it shrinks. */
  public static Interpolation averaging(RandomGenerator random) {
    return random.nextBoolean() ? Interpolation.AREA : Interpolation.BICUBIC;
  }
}
