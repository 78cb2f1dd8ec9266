/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.cutout;

import java.awt.Rectangle;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * The outline of something in a picture.
 *
 * @param x left of its opacity in the picture
 * @param y top of its opacity in the picture
 * @param opacity 0-1
 */
public record Cutout(int x, int y, FloatPlane opacity) {

  /** Pixels that a patch brings along around its opaque part: context for blur and soft edges. */
  public static final int MARGIN = 8;

  /** Nothing at all. */
  public static Cutout empty() {
    return new Cutout(0, 0, new FloatPlane(1, 1));
  }

  /** Where its opacity is. */
  public Rectangle bounds() {
    return new Rectangle(x, y, opacity.width(), opacity.height());
  }

  /** Its part within a part of its bounds. */
  public Cutout crop(Rectangle part) {
    return new Cutout(
        part.x, part.y, opacity.crop(part.x - x, part.y - y, part.width, part.height));
  }

  public Cutout moved(int right, int down) {
    return new Cutout(x + right, y + down, opacity);
  }

  /** The same in a picture that was resized. */
  public Cutout scaled(double factor) {
    return new Cutout(
        (int) Math.round(x * factor),
        (int) Math.round(y * factor),
        Interpolation.AREA.resize(
            opacity,
            Interpolation.length(opacity.width() * factor),
            Interpolation.length(opacity.height() * factor)));
  }

  /** The area in pixels. */
  public double area() {
    double sum = 0;
    for (float value : opacity.values()) {
      sum += value;
    }
    return sum;
  }

  /** The same outline, moved so that it lies in the picture if it fits at all. */
  public Cutout inside(RgbRaster picture) {
    int left = Math.max(0, Math.min(picture.width() - opacity.width(), x));
    int top = Math.max(0, Math.min(picture.height() - opacity.height(), y));
    return new Cutout(left, top, opacity);
  }

  /** The same, moved onto the edges of what it outlines in a picture. */
  public Cutout fittedTo(RgbRaster picture) {
    var wider = new Cutout(x - MARGIN, y - MARGIN, opacity.padded(MARGIN));
    var bounds = wider.bounds();
    var seen = picture.crop(bounds.x, bounds.y, bounds.width, bounds.height);
    return new Cutout(wider.x, wider.y, Matte.fitted(wider.opacity, seen)).trimmed();
  }

  /** The same outline without empty margins. */
  public Cutout trimmed() {
    int left = opacity.width();
    int top = opacity.height();
    int right = 0;
    int bottom = 0;
    for (int row = 0; row < opacity.height(); row++) {
      for (int column = 0; column < opacity.width(); column++) {
        if (opacity.at(column, row) > 0) {
          left = Math.min(left, column);
          right = Math.max(right, column + 1);
          top = Math.min(top, row);
          bottom = row + 1;
        }
      }
    }
    return right == 0
        ? empty()
        : new Cutout(x + left, y + top, opacity.crop(left, top, right - left, bottom - top));
  }
}
