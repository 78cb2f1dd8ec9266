/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.Rotation;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.JpegGrid;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;

/**
 * What goes on top of a picture.
 *
 * @param picture the pixels
 * @param opacity 0-1, of the picture's size
 * @param x where its left column goes; may lie outside
 * @param y where its top row goes; may lie outside
 * @param history what was done to the pixels, seen from the patch's own corner
 */
public record Patch(RgbRaster picture, FloatPlane opacity, int x, int y, History history) {

  /** A region of a scene with a margin around it, in its place. */
  public static Patch cut(Scene scene, Cutout region) {
    int margin = Cutout.MARGIN;
    var opacity = region.opacity().padded(margin);
    int left = region.x() - margin;
    int top = region.y() - margin;
    var picture = scene.picture().crop(left, top, opacity.width(), opacity.height());
    return new Patch(picture, opacity, left, top, scene.history().moved(-left, -top));
  }

  /** The same with other pixels. */
  Patch withPicture(RgbRaster other) {
    return new Patch(other, opacity, x, y, history);
  }

  /** The same with another outline. */
  Patch withOpacity(FloatPlane other) {
    return new Patch(picture, other, x, y, history);
  }

  /** The same elsewhere. */
  Patch at(int left, int top) {
    return new Patch(picture, opacity, left, top, history);
  }

  /** With left and right exchanged, in the same place. */
  Patch mirrored() {
    return new Patch(
        picture.mirrored(), opacity.mirrored(), x, y, history.mirrored(picture.width()));
  }

  /** Turned about its center. */
  Patch turned(Rotation rotation) {
    var turned = rotation.apply(picture);
    return new Patch(
        turned,
        rotation.applyToOpacity(opacity),
        x - (turned.width() - picture.width()) / 2,
        y - (turned.height() - picture.height()) / 2,
        history.withGrid(JpegGrid.LOST));
  }

  /** From its center to a point, in pixels. */
  double distanceTo(double pointX, double pointY) {
    return Math.hypot(x + picture.width() / 2.0 - pointX, y + picture.height() / 2.0 - pointY);
  }
}
