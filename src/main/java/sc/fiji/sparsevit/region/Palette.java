/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.process.LUT;
import java.awt.Color;

/** The colors in which maps and regions are shown, wherever that is. */
public final class Palette {

  /** The edge of a region: photographs, gels and micrographs hardly have magenta of their own. */
  public static final Color EDGE = new Color(255, 0, 170);

  /** The inside of a region, laid over its picture. */
  public static final Color TINT = new Color(255, 0, 170, 80);

  /** The edge of a part that repeats another: evidence of another kind. */
  public static final Color COPY = new Color(0, 200, 255);

  /**
   * The edge of a part that does not fit the rest. Yellow, magenta, and cyan differ for the
   * color-blind, too.
   */
  public static final Color MISFIT = new Color(255, 210, 0);

  /** Where on the circle of hues the scheme begins, in turns: violet. */
  private static final double START = 0.2 / 3;

  private static final double TURNS = 0.45;

  /** As colorful as it gets without a channel leaving its range. */
  private static final double COLORFULNESS = 1.6;

  private Palette() {}

  /**
   * Of a probability map: from black over violet, red and salmon to white for 0 to 1. It is the
   * cubehelix scheme (D. A. Green, Bull. Astr. Soc. India 39, 2011), half a turn of it. The
   * perceived brightness of a color is its probability, so the map keeps its meaning in print and
   * for the color-blind.
   */
  public static LUT heat() {
    var red = new byte[256];
    var green = new byte[256];
    var blue = new byte[256];
    for (int i = 0; i < 256; i++) {
      double brightness = i / 255.0;
      double angle = 2 * Math.PI * (START + TURNS * brightness);
      double amplitude = COLORFULNESS * brightness * (1 - brightness) / 2;
      double cos = amplitude * Math.cos(angle);
      double sin = amplitude * Math.sin(angle);
      red[i] = channel(brightness - 0.14861 * cos + 1.78277 * sin);
      green[i] = channel(brightness - 0.29227 * cos - 0.90649 * sin);
      blue[i] = channel(brightness + 1.97294 * cos);
    }
    return new LUT(8, 256, red, green, blue);
  }

  /** A picture's color with {@link #TINT} laid over it. */
  public static int tinted(int rgb) {
    int opacity = TINT.getAlpha();
    return mixed(rgb >> 16 & 255, TINT.getRed(), opacity) << 16
        | mixed(rgb >> 8 & 255, TINT.getGreen(), opacity) << 8
        | mixed(rgb & 255, TINT.getBlue(), opacity);
  }

  private static int mixed(int below, int above, int opacity) {
    return (below * (255 - opacity) + above * opacity + 127) / 255;
  }

  private static byte channel(double value) {
    return (byte) Math.round(255 * value);
  }
}
