/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.Tone;
import sc.fiji.sparsevit.raster.UnsharpMask;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.JpegGrid;
import sc.fiji.sparsevit.training.synthesis.options.Range;

/**
 * The picture itself, processed inside a region.
 *
 * @param regions where
 */
record Retouch(RegionChoice regions) implements Forgery {

  private static final Range BLUR = new Range(0.8, 3);
  private static final Range SHARPENING = new Range(0.6, 2);
  private static final Range NOISE = new Range(3, 10);
  private static final Range QUALITY = new Range(30, 75);
  private static final Range COARSENING = new Range(0.35, 0.7);
  private static final Range GAIN = new Range(0.75, 1.3);
  private static final Range OFFSET = new Range(-25, 25);

  @Override
  public Patch forge(Scene scene, SampleStyle style, RandomGenerator random) {
    var region = regions.within(scene, random);
    var original = Patch.cut(scene, region);
    var effect = effect(original.picture(), random);
    return new Patch(
        effect.picture,
        original.opacity(),
        original.x(),
        original.y(),
        original.history().then(effect.history));
  }

  private static Effect effect(RgbRaster original, RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> processed(original, new History(1, BLUR.draw(random), 0, 0), random);
      case 1 -> processed(original, new History(1, 0, NOISE.draw(random), 0), random);
      case 2 ->
          processed(
              original,
              new History(1, 0, 0, QUALITY.drawInteger(random), JpegGrid.anywhere(random)),
              random);
      case 3 -> unrecorded(new UnsharpMask(SHARPENING.draw(random)).apply(original));
      case 4 -> unrecorded(tone(random).apply(original));
      default -> coarsened(original, random);
    };
  }

  private static Effect processed(RgbRaster original, History history, RandomGenerator random) {
    return new Effect(Processing.processed(original, history, random), history);
  }

  private static Effect unrecorded(RgbRaster picture) {
    return new Effect(picture, History.NONE);
  }

  /** Made smaller and larger again: what is lost is like a blur of half the step. */
  private static Effect coarsened(RgbRaster original, RandomGenerator random) {
    double factor = COARSENING.draw(random);
    int width = Interpolation.length(original.width() * factor);
    int height = Interpolation.length(original.height() * factor);
    var small = Processing.interpolation(random).resize(original, width, height);
    return new Effect(
        Processing.interpolation(random).resize(small, original.width(), original.height()),
        new History(1, 0.5 / factor, 0, 0));
  }

  /** Brighter, darker, or of another color. */
  private static Tone tone(RandomGenerator random) {
    if (random.nextBoolean()) {
      return Tone.of(GAIN.draw(random), OFFSET.draw(random));
    }
    return new Tone(
        random.doubles(RgbRaster.CHANNELS, GAIN.low(), GAIN.high()).toArray(),
        random.doubles(RgbRaster.CHANNELS, OFFSET.low(), OFFSET.high()).toArray());
  }

  private record Effect(RgbRaster picture, History history) {}
}
