/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.GaussianNoise;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.Tone;
import sc.fiji.sparsevit.raster.Warp;
import sc.fiji.sparsevit.training.synthesis.cutout.Segmentation;
import sc.fiji.sparsevit.training.synthesis.forgery.Patch;
import sc.fiji.sparsevit.training.synthesis.forgery.Processing;
import sc.fiji.sparsevit.training.synthesis.forgery.SampleStyle;
import sc.fiji.sparsevit.training.synthesis.forgery.Scene;
import sc.fiji.sparsevit.training.synthesis.forgery.Splice;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;
import sc.fiji.sparsevit.training.synthesis.options.Range;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/**
 * The same thing several times without a copy: two photographs of it side by side, or a wall of
 * tiles, windows, goods. Each is a little warped, lit in its own way, and has pixels and grain of
 * its own: what repeats is the thing, not the fine structure.
 *
 * @param library of photographs to take the thing from
 */
record SisterStudio(PhotoLibrary library, SynthesisOptions options) implements Studio {

  private static final double SUPERSAMPLING = 1.5;
  private static final Range WARP = new Range(0.8, 3);
  private static final Range CONTRAST = new Range(0.88, 1.12);
  private static final Range BRIGHTNESS = new Range(-10, 10);
  private static final Range GRAIN = new Range(0.8, 3.5);
  private static final int WARP_NODES = 60;
  private static final int MOST = 5;
  private static final int WIDEST_GAP = 9;

  @Override
  public Scene scene(SampleStyle style, RandomGenerator random) {
    int width = style.width();
    int height = style.height();
    boolean pair = random.nextInt(3) == 0;
    int columns = pair ? 2 : random.nextInt(2, MOST);
    int rows = pair ? 1 : random.nextInt(1, MOST);
    int gap = random.nextBoolean() ? 0 : random.nextInt(1, WIDEST_GAP);
    int cellWidth = (width + columns - 1) / columns;
    int cellHeight = (height + rows - 1) / rows;
    var thing = thing(cellWidth - gap, cellHeight - gap, random);
    var page = new RgbRaster(width, height);
    byte ground = (byte) (random.nextBoolean() ? 255 : random.nextInt(256));
    Arrays.fill(page.samples(), ground);
    for (int i = 0; i < columns * rows; i++) {
      var seen =
          Interpolation.AREA.resize(photographed(thing, random), cellWidth - gap, cellHeight - gap);
      page.put(seen, i % columns * cellWidth + gap / 2, i / columns * cellHeight + gap / 2);
    }
    var noisy = new GaussianNoise(GRAIN.draw(random), random.nextBoolean()).apply(page, random);
    var drawn = style.plainHost(random);
    var picture = Processing.processed(noisy, drawn, random);
    return new Scene(
        picture,
        drawn,
        Scene.once(
            () -> {
              var object = Segmentation.of(picture, random).anything(random);
              return object.area() > 0 ? List.of(object) : List.of();
            }));
  }

  /** A part of a photograph, larger than it will be seen. */
  private RgbRaster thing(int width, int height, RandomGenerator random) {
    var photo = library.any(random);
    double aspect = (double) width / height;
    double most = Math.min(photo.width(), photo.height() * aspect);
    int partWidth = Interpolation.length(most * random.nextDouble(0.5, 1));
    int partHeight = Math.min(photo.height(), Interpolation.length(partWidth / aspect));
    var part =
        photo
            .pixels()
            .crop(
                random.nextInt(photo.width() - partWidth + 1),
                random.nextInt(photo.height() - partHeight + 1),
                partWidth,
                partHeight);
    return Interpolation.AREA.resize(
        part,
        Interpolation.length(width * SUPERSAMPLING),
        Interpolation.length(height * SUPERSAMPLING));
  }

  private static RgbRaster photographed(RgbRaster thing, RandomGenerator random) {
    var right = shifts(thing.width(), thing.height(), random);
    var down = shifts(thing.width(), thing.height(), random);
    var warped = new Warp(right, down).apply(thing);
    return Tone.of(CONTRAST.draw(random), BRIGHTNESS.draw(random)).apply(warped);
  }

  /** A smooth field of shifts in pixels. */
  private static FloatPlane shifts(int width, int height, RandomGenerator random) {
    var nodes = new FloatPlane(2 + width / WARP_NODES, 2 + height / WARP_NODES);
    double strength = WARP.draw(random);
    for (int i = 0; i < nodes.values().length; i++) {
      nodes.values()[i] = (float) (strength * random.nextGaussian());
    }
    return Interpolation.BICUBIC.resize(nodes, width, height);
  }

  @Override
  public double leastFactor(int width, int height) {
    return 0;
  }

  @Override
  public boolean mirrorable() {
    return true;
  }

  @Override
  public Patch splice(Scene scene, SampleStyle style, RandomGenerator random) {
    return new Splice(library, options).forge(scene, style, random);
  }
}
