/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.inpainting.FastMarching;
import sc.fiji.sparsevit.training.inpainting.Inpainter;
import sc.fiji.sparsevit.training.inpainting.Membrane;
import sc.fiji.sparsevit.training.raster.FloatPlane;
import sc.fiji.sparsevit.training.raster.GaussianBlur;

/**
 * Something taken away and the hole filled.
 *
 * @param regions what is removed
 */
record Removal(Regions regions) implements Forgery {

  private static final int RADIUS = 3;
  private static final double GROWTH = 2.5;

  @Override
  public Patch forge(Scene scene, Style style, RandomGenerator random) {
    var region = regions.within(scene, style, random);
    var opacity = grown(region.opacity().padded(MARGIN));
    int x = region.x() - MARGIN;
    int y = region.y() - MARGIN;
    var context =
        scene
            .picture()
            .crop(
                x - MARGIN,
                y - MARGIN,
                opacity.width() + 2 * MARGIN,
                opacity.height() + 2 * MARGIN);
    var hole = new boolean[context.pixels()];
    for (int row = 0; row < opacity.height(); row++) {
      for (int column = 0; column < opacity.width(); column++) {
        hole[(row + MARGIN) * context.width() + column + MARGIN] = opacity.at(column, row) > 0;
      }
    }
    var filled = inpainter(random).fill(context, hole);
    var patch =
        new Patch(
            filled.crop(MARGIN, MARGIN, opacity.width(), opacity.height()),
            opacity,
            x,
            y,
            History.NONE);
    return patch;
  }

  /** Who removes an object takes a little more than the object. */
  private static FloatPlane grown(FloatPlane opacity) {
    var grown = GaussianBlur.ofSigma(GROWTH).apply(opacity);
    for (int i = 0; i < grown.values().length; i++) {
      grown.values()[i] = grown.values()[i] > 0.1f ? 1 : 0;
    }
    return grown;
  }

  private static Inpainter inpainter(RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Membrane();
      case 1 -> new FastMarching(RADIUS, FastMarching.Rule.TELEA);
      default -> new FastMarching(RADIUS, FastMarching.Rule.NAVIER_STOKES);
    };
  }
}
