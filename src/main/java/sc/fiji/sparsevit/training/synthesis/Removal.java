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
import sc.fiji.sparsevit.training.inpainting.TextureGrowth;
import sc.fiji.sparsevit.training.raster.FloatPlane;
import sc.fiji.sparsevit.training.raster.GaussianBlur;
import sc.fiji.sparsevit.training.raster.GaussianNoise;
import sc.fiji.sparsevit.training.raster.RgbRaster;

/**
 * Something taken away and the hole filled: by an inpainting tool, or with a clone stamp or healing
 * brush from next to it.
 *
 * @param regions what is removed
 */
record Removal(Regions regions) implements Forgery {

  private static final double GROWTH = 2.5;
  private static final int RADIUS = 3;
  private static final double STAMPED = 0.35;
  private static final double HEALED = 0.6;
  private static final double GRAINED = 0.3;
  private static final Range GRAIN = new Range(1, 4);
  private static final int STAMPS = 24;

  @Override
  public Patch forge(Scene scene, Style style, RandomGenerator random) {
    var region = regions.within(scene, style, random);
    var hole = grown(region.opacity().padded(MARGIN));
    int x = region.x() - MARGIN;
    int y = region.y() - MARGIN;
    return random.nextDouble() < STAMPED
        ? stamped(scene, hole, x, y, random)
        : inpainted(scene, hole, x, y, random);
  }

  /** Who removes an object takes a little more than the object. */
  private static FloatPlane grown(FloatPlane opacity) {
    var grown = GaussianBlur.ofSigma(GROWTH).apply(opacity);
    for (int i = 0; i < grown.values().length; i++) {
      grown.values()[i] = grown.values()[i] > 0.1f ? 1 : 0;
    }
    return grown;
  }

  private static Patch inpainted(
      Scene scene, FloatPlane hole, int x, int y, RandomGenerator random) {
    int border = Math.max(MARGIN, Math.max(hole.width(), hole.height()) / 2);
    var inside = hole.padded(border);
    var removed = new boolean[inside.values().length];
    for (int i = 0; i < removed.length; i++) {
      removed[i] = inside.values()[i] > 0;
    }
    var context = scene.picture().crop(x - border, y - border, inside.width(), inside.height());
    var filled =
        inpainter(random).fill(context, removed).crop(border, border, hole.width(), hole.height());
    return new Patch(grained(filled, random), hole, x, y, History.NONE);
  }

  private static Inpainter inpainter(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Membrane();
      case 1, 2 -> new FastMarching(RADIUS, FastMarching.Rule.TELEA);
      case 3 -> new FastMarching(RADIUS, FastMarching.Rule.NAVIER_STOKES);
      default -> new TextureGrowth(random.nextLong());
    };
  }

  /** Some forgers put noise on a smooth fill. */
  private static RgbRaster grained(RgbRaster filled, RandomGenerator random) {
    return random.nextDouble() < GRAINED
        ? new GaussianNoise(GRAIN.draw(random), true).apply(filled, random)
        : filled;
  }

  /** The best of some places beside the hole, by how well their borders agree. */
  private static Patch stamped(Scene scene, FloatPlane hole, int x, int y, RandomGenerator random) {
    Patch best = null;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < STAMPS; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double reach = 1 + random.nextDouble();
      int fromX = x + (int) (reach * hole.width() * Math.cos(angle));
      int fromY = y + (int) (reach * hole.height() * Math.sin(angle));
      var stamp = scene.picture().crop(fromX, fromY, hole.width(), hole.height());
      var patch = new Patch(stamp, hole, x, y, scene.history());
      double disagreement = Placement.disagreement(patch, scene.picture());
      if (best == null || disagreement < least) {
        least = disagreement;
        best = patch;
      }
    }
    return random.nextDouble() < HEALED ? Blending.seamless(best, scene.picture()) : best;
  }
}
