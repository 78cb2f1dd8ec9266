/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.awt.Dimension;
import java.awt.Image;
import java.awt.image.BufferedImage;

/** Small pictures for the report. */
final class Thumbnails {
  private static final int LONGEST_SIDE = 320;

  private Thumbnails() {}

  /** The size of a thumbnail of an image; small images keep theirs. */
  static Dimension size(int width, int height) {
    double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(width, height));
    return new Dimension(
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }

  /** A picture at another size, each pixel the mean of those it covers. */
  static BufferedImage scaled(BufferedImage picture, Dimension size) {
    if (picture.getWidth() == size.width && picture.getHeight() == size.height) {
      return picture;
    }
    var scaled = new BufferedImage(size.width, size.height, picture.getType());
    var pixels = picture.getScaledInstance(size.width, size.height, Image.SCALE_AREA_AVERAGING);
    scaled.createGraphics().drawImage(pixels, 0, 0, null);
    return scaled;
  }

  /** A map in color: black, red, yellow, white for 0 to 1. */
  static BufferedImage heat(BufferedImage map) {
    return recolored(
        map,
        map,
        (value, under) -> {
          int red = Math.min(255, 3 * value);
          int green = Math.max(0, Math.min(255, 3 * value - 255));
          int blue = Math.max(0, 3 * value - 510);
          return red << 16 | green << 8 | blue;
        });
  }

  /** A photo of the map's size with what is above the threshold tinted. */
  static BufferedImage overlay(BufferedImage photo, BufferedImage map, double threshold) {
    return recolored(map, photo, (value, under) -> value > threshold * 255 ? tinted(under) : under);
  }

  private static int tinted(int rgb) {
    // Half magenta, a color that photographs seldom have.
    return (rgb >> 1 & 0x7f7f7f) + 0x7f007f;
  }

  private static BufferedImage recolored(BufferedImage map, BufferedImage below, Coloring color) {
    var result = new BufferedImage(map.getWidth(), map.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < map.getHeight(); y++) {
      for (int x = 0; x < map.getWidth(); x++) {
        int value = map.getRaster().getSample(x, y, 0);
        result.setRGB(x, y, color.of(value, below.getRGB(x, y)));
      }
    }
    return result;
  }

  /** The color for a map value of 0 to 255 over a picture's color. */
  private interface Coloring {
    int of(int value, int rgb);
  }
}
