/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import ij.process.LUT;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import sc.fiji.sparsevit.region.Palette;
import sc.fiji.sparsevit.report.Thumbnail;

/** Maps of an evaluation as its report shows them. */
final class MapPictures {
  private static final LUT HEAT = Palette.heat();
  private static final int LONGEST_SIDE = 320;

  private MapPictures() {}

  /** The size at which an image is shown; small ones keep theirs. */
  static Dimension size(int width, int height) {
    return Thumbnail.size(width, height, LONGEST_SIDE);
  }

  /** A map in the colors of all heat maps. */
  static BufferedImage heat(BufferedImage map) {
    return recolored(map, map, (value, under) -> HEAT.getRGB(value));
  }

  /** A photo of the map's size with what is above the threshold tinted. */
  static BufferedImage overlay(BufferedImage photo, BufferedImage map, double threshold) {
    return recolored(
        map, photo, (value, under) -> value > threshold * 255 ? Palette.tinted(under) : under);
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
