/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.options.ShapeOptions;

/**
 * Where forgers work.
 *
 * @param options sizes and shares
 * @param outlines of those that follow no object
 */
public record RegionChoice(ShapeOptions options, Outlines outlines) {

  /** An outline of a size that suits the scene, not yet anywhere. */
  FloatPlane outline(Scene scene, RandomGenerator random) {
    return outlines.draw(options.radius().drawFactor(random) * scene.extent(), random);
  }

  /** An object of the scene, or an outline anywhere in it. */
  public Cutout within(Scene scene, RandomGenerator random) {
    if (random.nextDouble() < options.object()) {
      var objects = scene.objects().get();
      if (!objects.isEmpty()) {
        return objects.get(random.nextInt(objects.size()));
      }
    }
    var outline = outline(scene, random);
    return new Cutout(
        PatchPlacement.position(scene.picture().width(), outline.width(), random),
        PatchPlacement.position(scene.picture().height(), outline.height(), random),
        outline);
  }
}
