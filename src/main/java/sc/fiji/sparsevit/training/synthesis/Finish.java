/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.GaussianNoise;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.Tone;
import sc.fiji.sparsevit.raster.UnsharpMask;
import sc.fiji.sparsevit.training.sample.JpegGrid;
import sc.fiji.sparsevit.training.synthesis.forgery.Composition;
import sc.fiji.sparsevit.training.synthesis.forgery.Processing;
import sc.fiji.sparsevit.training.synthesis.forgery.SampleStyle;
import sc.fiji.sparsevit.training.synthesis.options.FinishOptions;
import sc.fiji.sparsevit.training.synthesis.options.Range;

/**
 * The files that a picture went through as a whole, forged or not.
 *
 * @param factor new size over old size
 * @param options the rest is drawn from them when it is applied
 */
record Finish(double factor, FinishOptions options) {

  private static final Range SHARPENING = new Range(0.2, 0.8);
  private static final Range CONTRAST = new Range(0.8, 1.25);
  private static final Range BRIGHTNESS = new Range(-15, 15);
  private static final double WHOLE_PICTURE_JPEG = 0.85;

  /**
   * @param least the factor is not smaller, unless that would enlarge
   */
  static Finish draw(FinishOptions options, double least, RandomGenerator random) {
    double choice = random.nextDouble();
    double factor = 1;
    if (choice < options.enlargement()) {
      factor = options.enlargementFactor().draw(random);
    } else if (choice < options.enlargement() + options.reduction()) {
      factor = Math.min(1, Math.max(least, options.reductionFactor().draw(random)));
    }
    return new Finish(factor, options);
  }

  /** The composition in its final size, at most width x height, and as it was saved. */
  Composition apply(
      Composition forged, int width, int height, SampleStyle style, RandomGenerator random) {
    var interpolation =
        factor < 1 ? Processing.averaging(random) : Processing.interpolation(random);
    var result =
        forged.resized(
            finalLength(forged.picture().width(), style.width(), width),
            finalLength(forged.picture().height(), style.height(), height),
            interpolation);
    result = result.withPicture(retouched(result.picture(), random));
    boolean wholePicture = style.wholePicture();
    double jpeg = wholePicture ? Math.max(WHOLE_PICTURE_JPEG, options.jpeg()) : options.jpeg();
    if (random.nextDouble() >= jpeg) {
      return result;
    }
    var saved = saved(result.picture(), wholePicture, random);
    return result.withPicture(
        random.nextDouble() < options.secondJpeg() ? saved(saved, wholePicture, random) : saved);
  }

  /** What people do to a whole picture without forging anything. */
  private RgbRaster retouched(RgbRaster picture, RandomGenerator random) {
    var result = picture;
    if (random.nextDouble() < options.levels()) {
      result = Tone.of(CONTRAST.drawFactor(random), BRIGHTNESS.draw(random)).apply(result);
    }
    if (random.nextDouble() < options.blur()) {
      result = GaussianBlur.ofSigma(options.blurSigma().draw(random)).apply(result);
    }
    if (random.nextDouble() < options.noise()) {
      var noise = new GaussianNoise(options.noiseSigma().draw(random), random.nextBoolean());
      result = noise.apply(result, random);
    }
    return random.nextDouble() < options.sharpening()
        ? new UnsharpMask(SHARPENING.draw(random)).apply(result)
        : result;
  }

  private int finalLength(int length, int wanted, int finallyWanted) {
    return length == wanted
        ? finallyWanted
        : Math.min(finallyWanted, Interpolation.length(length * factor));
  }

  private RgbRaster saved(RgbRaster picture, boolean wholePicture, RandomGenerator random) {
    boolean heavy = random.nextDouble() < options.heavyJpeg();
    var quality = heavy ? options.heavyQuality() : options.quality();
    boolean aligned = wholePicture || random.nextDouble() < options.alignedGrid();
    var grid = aligned ? JpegGrid.CORNER : JpegGrid.anywhere(random);
    return Processing.saved(picture, quality.drawInteger(random), grid, random);
  }
}
