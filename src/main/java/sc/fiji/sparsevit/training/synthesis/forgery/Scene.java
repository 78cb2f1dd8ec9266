/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.List;
import java.util.function.Supplier;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;

/**
 * A picture before it is forged.
 *
 * @param picture the pixels
 * @param history what was done to them
 * @param objects outlines of things that are worth copying or removing; may be empty. Looked for
 *     when they are first asked for
 */
public record Scene(RgbRaster picture, History history, Supplier<List<Cutout>> objects) {

  /** A picture in which no object is known. */
  public static Scene withoutObjects(RgbRaster picture, History history) {
    return new Scene(picture, history, List::of);
  }

  /** Objects that are looked for when they are first asked for, and kept. For one thread. */
  public static Supplier<List<Cutout>> once(Supplier<List<Cutout>> search) {
    return new Supplier<>() {
      private List<Cutout> found;

      @Override
      public List<Cutout> get() {
        if (found == null) {
          found = search.get();
        }
        return found;
      }
    };
  }

  /** The unit of region sizes: the square root of the picture's area. */
  double extent() {
    return Math.sqrt(picture.pixels());
  }
}
