/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.Optional;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.Tone;
import sc.fiji.sparsevit.training.inpainting.Membrane;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.synthesis.options.BlendOptions;
import sc.fiji.sparsevit.training.synthesis.options.Range;

/**
 * What a forger does so that a patch does not stand out: soft edges, matched colors.
 *
 * @param options how often
 */
record Blending(BlendOptions options) {

  private static final Range CONTRAST = new Range(0.8, 1.2);
  private static final Range BRIGHTNESS = new Range(-25, 25);
  private static final Range MATCH_STRENGTH = new Range(0.3, 1);
  private static final double BAND_SIGMA = 1.5;
  private static final Range SMUDGE_SIGMA = new Range(0.8, 2);
  private static final Range MATCH_GAIN = new Range(0.6, 1.6);

  /** A pasted patch, made to fit. */
  Patch fit(Patch patch, RgbRaster below, RandomGenerator random) {
    var fitted = patch;
    if (random.nextDouble() < options.colorMatch()) {
      fitted = matched(fitted, below, MATCH_STRENGTH.draw(random));
    }
    if (random.nextDouble() < options.toneChange()) {
      var tone = Tone.of(CONTRAST.draw(random), BRIGHTNESS.draw(random));
      fitted = fitted.withPicture(tone.apply(fitted.picture()));
    }
    if (random.nextDouble() < options.seamless()) {
      fitted = seamless(fitted, below);
    }
    return soften(fitted, random);
  }

  /** A patch with feathered edges, or with the edges it has. */
  Patch soften(Patch patch, RandomGenerator random) {
    if (random.nextDouble() >= options.softEdge()) {
      return patch;
    }
    var feather = GaussianBlur.ofSigma(options.edgeSigma().draw(random));
    return patch.withOpacity(feather.apply(patch.opacity()));
  }

  /** Perhaps a band along the border of what was put on top, blurred. */
  Optional<Patch> smudge(Patch top, RgbRaster composed, RandomGenerator random) {
    if (random.nextDouble() >= options.smudge()) {
      return Optional.empty();
    }
    var smooth = GaussianBlur.ofSigma(BAND_SIGMA).apply(top.opacity());
    var band = new FloatPlane(smooth.width(), smooth.height());
    for (int i = 0; i < band.values().length; i++) {
      float opacity = smooth.values()[i];
      band.values()[i] = 4 * opacity * (1 - opacity);
    }
    double sigma = SMUDGE_SIGMA.draw(random);
    var covered = composed.crop(top.x(), top.y(), smooth.width(), smooth.height());
    var history = top.history().then(new History(1, sigma, 0, 0));
    return Optional.of(
        new Patch(GaussianBlur.ofSigma(sigma).apply(covered), band, top.x(), top.y(), history));
  }

  /** Moves mean and spread of every channel toward those of what the patch will cover. */
  private static Patch matched(Patch patch, RgbRaster below, double strength) {
    var covered =
        below.crop(patch.x(), patch.y(), patch.picture().width(), patch.picture().height());
    var gain = new double[RgbRaster.CHANNELS];
    var offset = new double[RgbRaster.CHANNELS];
    for (int c = 0; c < gain.length; c++) {
      var own = Statistics.of(patch.picture().plane(c), patch.opacity());
      var wanted = Statistics.of(covered.plane(c), patch.opacity());
      double full = MATCH_GAIN.clamp(wanted.deviation / Math.max(1, own.deviation));
      gain[c] = 1 + strength * (full - 1);
      offset[c] = own.mean + strength * (wanted.mean - own.mean) - gain[c] * own.mean;
    }
    return patch.withPicture(new Tone(gain, offset).apply(patch.picture()));
  }

  /** Adds the smoothest surface that makes the patch meet the picture along its border. */
  static Patch seamless(Patch patch, RgbRaster below) {
    int width = patch.picture().width();
    int height = patch.picture().height();
    var covered = below.crop(patch.x(), patch.y(), width, height);
    var inside = new boolean[width * height];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = patch.opacity().values()[i] > 0;
    }
    var healed = new RgbRaster(width, height);
    for (int c = 0; c < RgbRaster.CHANNELS; c++) {
      var own = patch.picture().plane(c);
      var difference = covered.plane(c);
      for (int i = 0; i < inside.length; i++) {
        difference.values()[i] -= own.values()[i];
      }
      var correction = new Membrane().stretch(difference, inside);
      for (int i = 0; i < inside.length; i++) {
        healed.samples()[c * inside.length + i] =
            RgbRaster.round(own.values()[i] + correction.values()[i]);
      }
    }
    return patch.withPicture(healed);
  }

  private record Statistics(double mean, double deviation) {

    static Statistics of(FloatPlane values, FloatPlane weights) {
      double weight = 0;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < values.values().length; i++) {
        double value = values.values()[i];
        double w = weights.values()[i];
        weight += w;
        sum += w * value;
        squares += w * value * value;
      }
      double mean = sum / weight;
      return new Statistics(mean, Math.sqrt(Math.max(0, squares / weight - mean * mean)));
    }
  }
}
