/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.library.Photo;

/**
 * The sides of its photograph that cut an object off. Pasted elsewhere it has to be cut off there
 * too, or half a person hangs in the air.
 *
 * @param height of the object's center in its photograph, 0 = top, 1 = bottom
 */
record CutOffSides(boolean left, boolean right, boolean top, boolean bottom, double height) {

  private static final int NEAR = 2;

  /** Things keep about the height that they had: feet on the ground, birds in the sky. */
  private static final double HEIGHT_SPREAD = 0.12;

  static CutOffSides of(Cutout object, Photo photo) {
    int right = object.x() + object.opacity().width();
    int bottom = object.y() + object.opacity().height();
    return new CutOffSides(
        object.x() < NEAR,
        right > photo.width() - NEAR,
        object.y() < NEAR,
        bottom > photo.height() - NEAR,
        (object.y() + bottom) / 2.0 / photo.height());
  }

  CutOffSides mirrored() {
    return new CutOffSides(right, left, top, bottom, height);
  }

  boolean any() {
    return left || right || top || bottom;
  }

  /** The patch in a picture, its empty margin outside where it is cut off. */
  Patch place(Patch patch, RgbRaster below, RandomGenerator random) {
    int width = patch.picture().width();
    int free = PatchPlacement.position(below.width(), width, random);
    int x = along(left, right, below.width(), width, free);
    double center = (height + HEIGHT_SPREAD * random.nextGaussian()) * below.height();
    int y =
        along(
            top,
            bottom,
            below.height(),
            patch.picture().height(),
            (int) Math.round(center - patch.picture().height() / 2.0));
    return patch.at(x, y);
  }

  private static int along(boolean start, boolean end, int available, int length, int free) {
    if (end) {
      return available - length + Cutout.MARGIN;
    }
    return start ? -Cutout.MARGIN : free;
  }
}
