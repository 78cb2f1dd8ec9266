/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the plots of one author have in common.
 *
 * @param font of all text
 * @param colors of the series, the first first
 * @param line width of curves, in pixels
 * @param dashed whether curves after the first are dashed
 * @param frame whether the axes go all around
 * @param grid whether faint lines go on from the ticks
 * @param texts whether there are a title, axis labels and a legend
 * @param translucent whether what is behind a filling shows through
 * @param smooth whether edges are antialiased
 * @param hatching distance of the lines of a hatched filling in pixels; 0 to fill evenly
 */
record PlotLook(
    Font font,
    List<Color> colors,
    float line,
    boolean dashed,
    boolean frame,
    boolean grid,
    boolean texts,
    boolean translucent,
    boolean smooth,
    int hatching) {

  /** Palettes that plotting programs begin with. */
  private static final List<List<Color>> PALETTES =
      List.of(
          colors(0x000000, 0x808080, 0xb0b0b0, 0x505050),
          colors(0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728),
          colors(0x9400d3, 0x009e73, 0x56b4e9, 0xe69f00),
          colors(0xf8766d, 0x00ba38, 0x619cff, 0xc77cff),
          colors(0x0072bd, 0xd95319, 0xedb120, 0x7e2f8e),
          colors(0xff0000, 0x0000ff, 0x008000, 0xff00ff));

  private static final int TRANSLUCENT = 110;

  private static final List<String> FONTS = List.of(Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED);

  static PlotLook draw(int size, RandomGenerator random) {
    return new PlotLook(
        new Font(FONTS.get(random.nextInt(FONTS.size())), Font.PLAIN, size),
        PALETTES.get(random.nextInt(PALETTES.size())),
        random.nextInt(1, 4),
        random.nextDouble() < 0.3,
        random.nextDouble() < 0.6,
        random.nextDouble() < 0.3,
        random.nextDouble() < 0.6,
        random.nextDouble() < 0.35,
        random.nextDouble() < 0.7,
        random.nextDouble() < 0.25 ? random.nextInt(4, 10) : 0);
  }

  Color color(int series) {
    return colors.get(series % colors.size());
  }

  BasicStroke stroke(int series) {
    if (!dashed || series == 0) {
      return new BasicStroke(line);
    }
    float[] dashes = {(2 + 2 * series) * line, 3 * line};
    return new BasicStroke(line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  /** What the areas of a series are filled with. */
  Paint filling(int series) {
    if (hatching == 0) {
      var solid = color(series);
      return translucent
          ? new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), TRANSLUCENT)
          : solid;
    }
    var tile = new BufferedImage(hatching, hatching, BufferedImage.TYPE_INT_RGB);
    var graphics = tile.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, hatching, hatching);
    graphics.setColor(color(series));
    int rising = series % 2 == 0 ? hatching - 1 : 0;
    graphics.drawLine(0, rising, hatching - 1, hatching - 1 - rising);
    graphics.dispose();
    return new TexturePaint(tile, new Rectangle2D.Double(0, 0, hatching, hatching));
  }

  private static List<Color> colors(int... values) {
    return Arrays.stream(values).mapToObj(Color::new).toList();
  }
}
