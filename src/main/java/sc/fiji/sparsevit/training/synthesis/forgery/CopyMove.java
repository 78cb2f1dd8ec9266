/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.Rotation;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.options.Range;

/**
 * Something from the same picture, pasted elsewhere.
 *
 * @param regions where from
 */
record CopyMove(RegionChoice regions) implements Forgery {

  /** Share of the parts that are put elsewhere as they are, as most are in real forgeries. */
  private static final double UNCHANGED = 0.5;

  private static final double SCALED = 0.45;
  private static final Range FACTOR = new Range(0.6, 1.6);
  private static final double MIRRORED = 0.3;
  private static final double TURNED = 0.35;
  private static final double NEW_HISTORY = 0.4;
  private static final int TRIES = 10;
  private static final double LEAST_SHIFT = 0.6;

  @Override
  public Patch forge(Scene scene, SampleStyle style, RandomGenerator random) {
    var region = regions.within(scene, random).inside(scene.picture());
    var source = Patch.cut(scene, region);
    boolean unchanged = random.nextDouble() < UNCHANGED;
    return elsewhere(unchanged ? source : changed(source, style, random), region, scene, random);
  }

  private static Patch changed(Patch source, SampleStyle style, RandomGenerator random) {
    double factor = random.nextDouble() < SCALED ? FACTOR.drawFactor(random) : 1;
    int width = Interpolation.length(source.opacity().width() * factor);
    int height = Interpolation.length(source.opacity().height() * factor);
    var steps = random.nextDouble() < NEW_HISTORY ? style.pasted().draw(random) : History.NONE;
    var history = new History(factor, steps.blur(), steps.noise(), steps.quality(), steps.grid());
    var resized = Processing.interpolation(random).resize(source.picture(), width, height);
    var patch =
        new Patch(
            Processing.processed(resized, history, random),
            Interpolation.AREA.resize(source.opacity(), width, height),
            source.x(),
            source.y(),
            source.history().then(history));
    if (random.nextDouble() < MIRRORED) {
      patch = patch.mirrored();
    }
    if (random.nextDouble() < TURNED) {
      double limit = random.nextBoolean() ? 20 : 180;
      patch =
          patch.turned(new Rotation(limit * (2 * random.nextDouble() - 1), Interpolation.BICUBIC));
    }
    return patch;
  }

  private static Patch elsewhere(Patch patch, Cutout source, Scene scene, RandomGenerator random) {
    double centerX = source.x() + source.opacity().width() / 2.0;
    double centerY = source.y() + source.opacity().height() / 2.0;
    double least = LEAST_SHIFT * Math.sqrt(source.area());
    Patch moved;
    int tries = 0;
    do {
      moved = PatchPlacement.anywhere(patch, scene, random);
    } while (moved.distanceTo(centerX, centerY) < least && ++tries < TRIES);
    return moved;
  }
}
