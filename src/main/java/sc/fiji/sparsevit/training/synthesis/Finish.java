/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.raster.Interpolation;
import sc.fiji.sparsevit.training.raster.Jpeg;
import sc.fiji.sparsevit.training.raster.RgbRaster;
import sc.fiji.sparsevit.training.raster.UnsharpMask;

/**
 * The files that a picture went through as a whole, forged or not.
 *
 * @param factor new size over old size
 * @param options the rest is drawn from them when it is applied
 */
record Finish(double factor, FinishOptions options) {

  private static final int GRID = 8;
  private static final Range SHARPENING = new Range(0.2, 0.8);
  private static final double WHOLE_PICTURE_JPEG = 0.85;

  static Finish draw(FinishOptions options, RandomGenerator random) {
    double choice = random.nextDouble();
    double factor = 1;
    if (choice < options.enlargement()) {
      factor = options.enlargementFactor().draw(random);
    } else if (choice < options.enlargement() + options.reduction()) {
      factor = options.reductionFactor().draw(random);
    }
    return new Finish(factor, options);
  }

  Composition apply(
      Composition forged, int width, int height, boolean wholePicture, RandomGenerator random) {
    var result =
        forged.resized(
            width, height, factor < 1 ? averaging(random) : Darkroom.interpolation(random));
    if (random.nextDouble() < options.sharpening()) {
      result = result.withPicture(new UnsharpMask(SHARPENING.draw(random)).apply(result.picture()));
    }
    double saved = wholePicture ? Math.max(WHOLE_PICTURE_JPEG, options.jpeg()) : options.jpeg();
    if (random.nextDouble() < saved) {
      result = result.withPicture(saved(result.picture(), wholePicture, random));
      if (random.nextDouble() < options.secondJpeg()) {
        result = result.withPicture(saved(result.picture(), wholePicture, random));
      }
    }
    return random.nextBoolean() ? result.mirrored() : result;
  }

  private RgbRaster saved(RgbRaster picture, boolean wholePicture, RandomGenerator random) {
    boolean heavy = random.nextDouble() < options.heavyJpeg();
    Jpeg jpeg =
        Darkroom.jpeg(
            (heavy ? options.heavyQuality() : options.quality()).drawInteger(random), random);
    return wholePicture || random.nextDouble() < options.alignedGrid()
        ? jpeg.recompress(picture)
        : jpeg.recompress(picture, random.nextInt(GRID), random.nextInt(GRID));
  }

  private static Interpolation averaging(RandomGenerator random) {
    return random.nextBoolean() ? Interpolation.AREA : Interpolation.BICUBIC;
  }
}
