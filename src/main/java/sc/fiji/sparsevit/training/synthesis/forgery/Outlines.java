/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.training.synthesis.cutout.RandomOutline;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;

/** Makes outlines that follow nothing in the picture they are used in. */
@FunctionalInterface
public interface Outlines {

  /** Share of outlines that are those of things somewhere else. */
  double REAL = 0.4;

  /** An outline with about the area of a circle of that radius, in pixels. */
  FloatPlane draw(double radius, RandomGenerator random);

  /** Drawn ones, and those of a library's outlined objects. */
  static Outlines of(PhotoLibrary library) {
    return (radius, random) -> {
      if (!library.hasDonors() || random.nextDouble() >= REAL) {
        return RandomOutline.any(radius, random);
      }
      var object = library.anyObject(library.anyDonor(random), random);
      double area = object.area();
      if (area == 0) {
        return RandomOutline.any(radius, random);
      }
      var outline = object.scaled(radius * Math.sqrt(Math.PI / area)).opacity();
      return random.nextBoolean() ? outline.mirrored() : outline;
    };
  }
}
