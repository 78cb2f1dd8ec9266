/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A function of two variables in color, as plotting programs show densities and simulations: no
 * noise, wide smooth areas, edges only where it was sampled coarsely, and often the same again.
 *
 * @param values one per cell, 0-1, (H, W)
 * @param palette colors of values from 0 to 1, equally spaced
 * @param smooth whether colors run from cell to cell
 */
record ColorField(double[][] values, List<Color> palette, boolean smooth) {

  /** Color scales that plotting programs offer. */
  private static final List<List<Color>> PALETTES =
      List.of(
          colors(0x000000, 0xffffff),
          colors(0x8000ff, 0x0000ff, 0x00ffff, 0x80ff80, 0xffff00, 0xff0000),
          colors(0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725),
          colors(0x000000, 0xb00000, 0xff8000, 0xffff80),
          colors(0x2040c0, 0xf7f7f7, 0xc02020));

  private static final int FEW_CELLS = 6;
  private static final int MANY_CELLS = 160;

  static ColorField draw(RandomGenerator random) {
    int rows = cells(random);
    int columns = random.nextInt(3) == 0 ? cells(random) : rows;
    double across = random.nextDouble(2, 14);
    double down = random.nextDouble(2, 14);
    double mixed = random.nextInt(3) == 0 ? random.nextDouble(2, 20) : 0;
    double phase = random.nextDouble(6);
    var values = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      double y = (row + 0.5) / rows - 0.5;
      for (int column = 0; column < columns; column++) {
        double x = (column + 0.5) / columns - 0.5;
        double value =
            Math.sin(across * x + phase) * Math.cos(down * y) + 0.4 * Math.sin(mixed * x * y);
        values[row][column] = Math.max(0, Math.min(1, 0.5 + 0.4 * value));
      }
    }
    return new ColorField(
        values, PALETTES.get(random.nextInt(PALETTES.size())), random.nextBoolean());
  }

  private static int cells(RandomGenerator random) {
    return (int) (FEW_CELLS * Math.pow((double) MANY_CELLS / FEW_CELLS, random.nextDouble()));
  }

  /** Draws it into an area. */
  void draw(Graphics2D graphics, Rectangle2D area) {
    var image = new BufferedImage(values[0].length, values.length, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < values.length; y++) {
      for (int x = 0; x < values[y].length; x++) {
        image.setRGB(x, y, color(values[y][x]).getRGB());
      }
    }
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        smooth
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(
        image,
        (int) area.getX(),
        (int) area.getY(),
        (int) area.getWidth(),
        (int) area.getHeight(),
        null);
  }

  /** Color of a value between 0 and 1. */
  Color color(double value) {
    double at = value * (palette.size() - 1);
    int below = Math.min(palette.size() - 2, (int) at);
    return between(palette.get(below), palette.get(below + 1), at - below);
  }

  /**
   * A mixture of two colors.
   *
   * @param share of the hot one, 0-1
   */
  static Color between(Color cold, Color hot, double share) {
    return new Color(
        between(cold.getRed(), hot.getRed(), share),
        between(cold.getGreen(), hot.getGreen(), share),
        between(cold.getBlue(), hot.getBlue(), share));
  }

  private static int between(int cold, int hot, double share) {
    return (int) Math.round(cold + share * (hot - cold));
  }

  private static List<Color> colors(int... values) {
    return Arrays.stream(values).mapToObj(Color::new).toList();
  }
}
