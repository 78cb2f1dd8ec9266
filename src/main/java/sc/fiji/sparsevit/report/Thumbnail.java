/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.awt.Dimension;
import java.awt.Image;
import java.awt.image.BufferedImage;

/** Pictures small enough for a page that holds many. */
public final class Thumbnail {

  private Thumbnail() {}

  /** The size of a picture whose longest side is limited; small ones keep theirs. */
  public static Dimension size(int width, int height, int longestSide) {
    double scale = Math.min(1, longestSide / (double) Math.max(width, height));
    return new Dimension(
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }

  /** A picture at a smaller size, each pixel the mean of those it covers. */
  public static BufferedImage scaled(BufferedImage picture, Dimension size) {
    if (picture.getWidth() == size.width && picture.getHeight() == size.height) {
      return picture;
    }
    var scaled = new BufferedImage(size.width, size.height, picture.getType());
    var pixels = picture.getScaledInstance(size.width, size.height, Image.SCALE_AREA_AVERAGING);
    scaled.createGraphics().drawImage(pixels, 0, 0, null);
    return scaled;
  }
}
