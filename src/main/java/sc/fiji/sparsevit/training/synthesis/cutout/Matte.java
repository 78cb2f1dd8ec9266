/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.cutout;

import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * Moves a rough outline onto the edges of what is outlined, as a careful person or a selection tool
 * does: the guided filter of He, Sun and Tang (IEEE TPAMI 35, 2013), the picture's brightness as
 * its guide. What was a pixel of object and background mixed becomes half transparent.
 */
public final class Matte {

  /** How far an outline may be off, in pixels. */
  private static final int RADIUS = 4;

  /** Variance, in squared gray levels, below which a window has no edge to follow. */
  private static final float FLAT = 40;

  private static final float SHARPENING = 1.6f;

  private Matte() {}

  /**
   * @param outline opacity 0-1, of the picture's size
   */
  public static FloatPlane fitted(FloatPlane outline, RgbRaster picture) {
    var guide = brightness(picture);
    var meanGuide = mean(guide);
    var meanOutline = mean(outline);
    var covariance = mean(product(guide, outline));
    var variance = mean(product(guide, guide));
    var slope = new FloatPlane(guide.width(), guide.height());
    var offset = new FloatPlane(guide.width(), guide.height());
    for (int i = 0; i < slope.values().length; i++) {
      float g = meanGuide.values()[i];
      float o = meanOutline.values()[i];
      float a = (covariance.values()[i] - g * o) / (variance.values()[i] - g * g + FLAT);
      slope.values()[i] = a;
      offset.values()[i] = o - a * g;
    }
    var fitted = product(mean(slope), guide);
    var base = mean(offset);
    for (int i = 0; i < base.values().length; i++) {
      float opacity = fitted.values()[i] + base.values()[i];
      fitted.values()[i] = Math.max(0, Math.min(1, 0.5f + SHARPENING * (opacity - 0.5f)));
    }
    return fitted;
  }

  private static FloatPlane brightness(RgbRaster picture) {
    var sum = new FloatPlane(picture.width(), picture.height());
    int pixels = picture.pixels();
    byte[] samples = picture.samples();
    for (int i = 0; i < pixels; i++) {
      int red = samples[i] & 255;
      int green = samples[pixels + i] & 255;
      int blue = samples[2 * pixels + i] & 255;
      sum.values()[i] = (red + green + blue) / 3f;
    }
    return sum;
  }

  private static FloatPlane product(FloatPlane a, FloatPlane b) {
    var product = new FloatPlane(a.width(), a.height());
    for (int i = 0; i < product.values().length; i++) {
      product.values()[i] = a.values()[i] * b.values()[i];
    }
    return product;
  }

  /** The mean over square windows, which are smaller at the borders. */
  private static FloatPlane mean(FloatPlane plane) {
    return meanOfRows(meanOfRows(plane).transposed()).transposed();
  }

  private static FloatPlane meanOfRows(FloatPlane plane) {
    int width = plane.width();
    var result = new FloatPlane(width, plane.height());
    for (int y = 0; y < plane.height(); y++) {
      int row = y * width;
      double sum = 0;
      for (int x = 0; x < Math.min(RADIUS, width); x++) {
        sum += plane.values()[row + x];
      }
      for (int x = 0; x < width; x++) {
        if (x + RADIUS < width) {
          sum += plane.values()[row + x + RADIUS];
        }
        if (x - RADIUS - 1 >= 0) {
          sum -= plane.values()[row + x - RADIUS - 1];
        }
        int count = Math.min(width - 1, x + RADIUS) - Math.max(0, x - RADIUS) + 1;
        result.values()[row + x] = (float) (sum / count);
      }
    }
    return result;
  }
}
