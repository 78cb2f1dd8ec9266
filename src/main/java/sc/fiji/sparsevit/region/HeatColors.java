/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.process.LUT;

/**
 * From black over violet, red and salmon to white: the cubehelix scheme (D. A. Green, Bull. Astr.
 * Soc. India 39, 2011), half a turn of it. The perceived brightness of a color is its probability,
 * so the map keeps its meaning in print and for the color-blind.
 */
public final class HeatColors {
  /** Where on the circle of hues the scheme begins, in turns: violet. */
  private static final double START = 0.2 / 3;

  private static final double TURNS = 0.45;

  /** As colorful as it gets without a channel leaving its range. */
  private static final double COLORFULNESS = 1.6;

  private HeatColors() {}

  /** 256 colors, from 0 to 1. */
  public static LUT from0to1() {
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

  private static byte channel(double value) {
    return (byte) Math.round(255 * value);
  }
}
