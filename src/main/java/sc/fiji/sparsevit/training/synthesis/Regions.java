/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.raster.FloatPlane;

/**
 * Where forgers work.
 *
 * @param options sizes and shares
 */
record Regions(ShapeOptions options) {

  /** An outline of a size that suits the style, not yet anywhere. */
  FloatPlane outline(Style style, RandomGenerator random) {
    return Outline.any(options.radius().drawFactor(random) * style.extent(), random);
  }

  /** An object of the scene, or an outline anywhere in it. */
  Cutout within(Scene scene, Style style, RandomGenerator random) {
    if (!scene.objects().isEmpty() && random.nextDouble() < options.object()) {
      return scene.objects().get(random.nextInt(scene.objects().size()));
    }
    var outline = outline(style, random);
    return new Cutout(
        position(style.width(), outline.width(), random),
        position(style.height(), outline.height(), random),
        outline);
  }

  /** A start such that at most a fifth of the length lies outside on either side. */
  static int position(int available, int length, RandomGenerator random) {
    int outside = Math.min(length / 5, available / 5);
    int first = Math.min(-outside, available - length);
    int last = Math.max(-outside, available - length + outside);
    return first >= last ? first : random.nextInt(first, last + 1);
  }
}
