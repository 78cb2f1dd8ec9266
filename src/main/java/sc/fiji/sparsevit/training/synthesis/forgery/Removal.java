/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.awt.Rectangle;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.GaussianNoise;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.inpainting.EvenFill;
import sc.fiji.sparsevit.training.inpainting.FastMarching;
import sc.fiji.sparsevit.training.inpainting.Inpainter;
import sc.fiji.sparsevit.training.inpainting.Membrane;
import sc.fiji.sparsevit.training.inpainting.TextureGrowth;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.options.Range;

/**
 * Something taken away and the hole filled: by an inpainting tool, or with a clone stamp or healing
 * brush from next to it.
 *
 * @param regions what is removed
 */
record Removal(RegionChoice regions) implements Forgery {

  private static final double GROWTH = 2.5;
  private static final int RADIUS = 3;
  private static final double BRUSHED = 0.2;
  private static final double STAMPED = 0.35;
  private static final double HEALED = 0.6;
  private static final double GRAINED = 0.3;
  private static final Range GRAIN = new Range(1, 4);
  private static final int STAMPS = 24;

  @Override
  public Patch forge(Scene scene, SampleStyle style, RandomGenerator random) {
    if (random.nextDouble() < BRUSHED) {
      return new CloneBrush().forge(scene, style, random);
    }
    var region = regions.within(scene, random);
    var hole = grown(region.opacity().padded(Cutout.MARGIN));
    int x = region.x() - Cutout.MARGIN;
    int y = region.y() - Cutout.MARGIN;
    var stamped =
        random.nextDouble() < STAMPED
            ? stamped(scene, hole, x, y, random)
            : Optional.<Patch>empty();
    return stamped.orElseGet(() -> inpainted(scene, hole, x, y, random));
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
    int border = Math.max(Cutout.MARGIN, Math.max(hole.width(), hole.height()) / 2);
    var picture = scene.picture();
    var around = new Rectangle(x, y, hole.width(), hole.height());
    around.grow(border, border);
    around = around.intersection(new Rectangle(picture.width(), picture.height()));
    var removed = new boolean[around.width * around.height];
    for (int i = 0; i < removed.length; i++) {
      int column = around.x + i % around.width - x;
      int row = around.y + i / around.width - y;
      removed[i] = hole.contains(column, row) && hole.at(column, row) > 0;
    }
    var context = picture.crop(around.x, around.y, around.width, around.height);
    var filled =
        inpainter(random)
            .fill(context, removed)
            .crop(x - around.x, y - around.y, hole.width(), hole.height());
    return new Patch(grained(filled, random), hole, x, y, History.NONE);
  }

  private static Inpainter inpainter(RandomGenerator random) {
    return switch (random.nextInt(10)) {
      case 0 -> new Membrane();
      case 1, 2 -> new FastMarching(RADIUS, FastMarching.Rule.TELEA);
      case 3 -> new FastMarching(RADIUS, FastMarching.Rule.NAVIER_STOKES);
      case 4, 5 -> new EvenFill(random.nextInt(3) / 2.0, random.nextLong());
      default -> new TextureGrowth(random.nextLong());
    };
  }

  /** Some forgers put noise on a smooth fill. */
  private static RgbRaster grained(RgbRaster filled, RandomGenerator random) {
    return random.nextDouble() < GRAINED
        ? new GaussianNoise(GRAIN.draw(random), true).apply(filled, random)
        : filled;
  }

  /**
   * The best of some places next to the hole, by how well their borders agree, if there are any.
   */
  private static Optional<Patch> stamped(
      Scene scene, FloatPlane hole, int x, int y, RandomGenerator random) {
    var picture = scene.picture();
    var page = new Rectangle(picture.width(), picture.height());
    Patch best = null;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < STAMPS; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double reach = 1 + random.nextDouble();
      var from =
          new Rectangle(
              x + (int) (reach * hole.width() * Math.cos(angle)),
              y + (int) (reach * hole.height() * Math.sin(angle)),
              hole.width(),
              hole.height());
      if (page.contains(from)) {
        var stamp = picture.crop(from.x, from.y, from.width, from.height);
        var patch = new Patch(stamp, hole, x, y, scene.history().moved(-from.x, -from.y));
        double disagreement = PatchPlacement.disagreement(patch, picture, least);
        if (best == null || disagreement < least) {
          least = disagreement;
          best = patch;
        }
      }
    }
    boolean healed = random.nextDouble() < HEALED;
    return Optional.ofNullable(best)
        .map(patch -> healed ? Blending.seamless(patch, picture) : patch);
  }
}
