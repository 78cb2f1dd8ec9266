/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.Point;
import java.awt.Rectangle;

/**
 * A part cut out of a picture, with its surroundings, so that it can be turned and its edge made
 * soft.
 *
 * @param pixels of the part and around it
 * @param opacity of the same size: 1 in the part, 0 around it
 */
record CutPart(ColorProcessor pixels, FloatProcessor opacity) {
  private static final int MARGIN = 8;

  static CutPart cut(ColorProcessor picture, Outline outline) {
    var bounds = outline.bounds();
    int side = (int) Math.ceil(Math.hypot(bounds.width, bounds.height)) + 2 * MARGIN;
    int left = bounds.x - (side - bounds.width) / 2;
    int top = bounds.y - (side - bounds.height) / 2;
    var pixels = new ColorProcessor(side, side);
    var opacity = new FloatProcessor(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int fromX = Math.max(0, Math.min(picture.getWidth() - 1, left + x));
        int fromY = Math.max(0, Math.min(picture.getHeight() - 1, top + y));
        pixels.set(x, y, picture.get(fromX, fromY));
        opacity.setf(x, y, outline.contains(left + x, top + y) ? 1 : 0);
      }
    }
    return new CutPart(pixels, opacity);
  }

  CutPart mirrored() {
    var copy = copy();
    copy.pixels.flipHorizontal();
    copy.opacity.flipHorizontal();
    return copy;
  }

  CutPart turnedBy180() {
    var copy = copy();
    for (ImageProcessor plane : new ImageProcessor[] {copy.pixels, copy.opacity}) {
      plane.flipHorizontal();
      plane.flipVertical();
    }
    return copy;
  }

  /** Clockwise, bicubic. */
  CutPart turned(double degrees) {
    var copy = copy();
    copy.pixels.rotate(degrees);
    copy.opacity.rotate(degrees);
    return copy;
  }

  /** Bicubic. */
  CutPart scaled(double factor) {
    int side = (int) Math.round(pixels.getWidth() * factor);
    var copy = copy();
    return new CutPart(
        (ColorProcessor) copy.pixels.resize(side, side),
        (FloatProcessor) copy.opacity.resize(side, side));
  }

  CutPart feathered(double sigma) {
    var copy = copy();
    EdgeBlur.blur(copy.opacity, sigma);
    return copy;
  }

  CutPart toned(ToneChange tones) {
    return new CutPart(tones.applied(pixels), opacity);
  }

  /** Where at least half of the new pixel is from the part. */
  Rectangle bounds() {
    var mask = new ByteProcessor(opacity.getWidth(), opacity.getHeight());
    for (int i = 0; i < mask.getPixelCount(); i++) {
      mask.set(i, opacity.getf(i) >= 0.5f ? 255 : 0);
    }
    return Outline.of(mask).bounds();
  }

  /**
   * Over a picture, which stays as it is.
   *
   * @param at where the upper left corner of {@link #bounds} comes to lie
   */
  PastedForgery over(ColorProcessor picture, Point at) {
    var image = (ColorProcessor) picture.duplicate();
    var mask = new ByteProcessor(picture.getWidth(), picture.getHeight());
    var bounds = bounds();
    for (int y = 0; y < pixels.getHeight(); y++) {
      for (int x = 0; x < pixels.getWidth(); x++) {
        int toX = at.x - bounds.x + x;
        int toY = at.y - bounds.y + y;
        float share = Math.max(0, Math.min(1, opacity.getf(x, y)));
        if (share > 0 && toX >= 0 && toY >= 0 && toX < mask.getWidth() && toY < mask.getHeight()) {
          image.set(toX, toY, mixed(pixels.get(x, y), picture.get(toX, toY), share));
          mask.set(toX, toY, share >= 0.5f ? 255 : 0);
        }
      }
    }
    return new PastedForgery(image, mask);
  }

  private static int mixed(int over, int under, float share) {
    int rgb = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      float value = share * (over >> shift & 255) + (1 - share) * (under >> shift & 255);
      rgb |= Math.round(value) << shift;
    }
    return rgb;
  }

  private CutPart copy() {
    var part =
        new CutPart((ColorProcessor) pixels.duplicate(), (FloatProcessor) opacity.duplicate());
    part.pixels.setInterpolationMethod(ImageProcessor.BICUBIC);
    part.opacity.setInterpolationMethod(ImageProcessor.BICUBIC);
    return part;
  }
}
