/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.RgbRaster;

/** Plots with axes and numbers, many with a title and a legend. */
final class Plot implements FigureArtist {

  private static final List<String> WORDS =
      List.of("control", "treated", "time / h", "OD600", "counts", "cells", "dose", "wild type");
  private static final int TICKS = 5;

  /** Pixels: a side that small is drawn out of the picture rather than divided by. */
  private static final int LEAST = 8;

  @Override
  public Figure draw(int width, int height, RandomGenerator look, RandomGenerator content) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    int size = Math.max(8, Math.min(width, height) / look.nextInt(16, 26));
    var shown = PlotLook.draw(size, look);
    var kind = PlotContent.values()[look.nextInt(PlotContent.values().length)];
    graphics.setFont(shown.font());
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        shown.smooth() ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING,
        shown.smooth()
            ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON
            : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
    var area =
        new Rectangle2D.Double(
            4.5 * size,
            2 * size,
            Math.max(LEAST, width - 5.5 * size),
            Math.max(LEAST, height - 5.5 * size));
    axes(graphics, area, size, shown, content);
    var elements = kind.draw(graphics, area, shown, content);
    if (shown.texts()) {
      texts(graphics, area, size, shown, content);
    }
    graphics.dispose();
    return new Figure(RgbRaster.of(image), elements);
  }

  private static void axes(
      Graphics2D graphics, Rectangle2D area, int size, PlotLook look, RandomGenerator random) {
    double left = area.getX();
    double bottom = area.getMaxY();
    double step = random.nextInt(1, 6) * Math.pow(10, random.nextInt(-1, 3));
    graphics.setStroke(new BasicStroke(1));
    for (int i = 0; i <= TICKS; i++) {
      double y = bottom - i * area.getHeight() / TICKS;
      double x = left + i * area.getWidth() / TICKS;
      if (look.grid()) {
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.draw(new Line2D.Double(left, y, area.getMaxX(), y));
        graphics.draw(new Line2D.Double(x, area.getY(), x, bottom));
      }
      graphics.setColor(Color.BLACK);
      graphics.draw(new Line2D.Double(left - size / 3.0, y, left, y));
      graphics.draw(new Line2D.Double(x, bottom, x, bottom + size / 3.0));
      String label = String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", i * step);
      graphics.drawString(label, (float) (left - 3 * size), (float) (y + size / 3.0));
      graphics.drawString(
          Integer.toString(i), (float) (x - size / 3.0), (float) (bottom + 1.6 * size));
    }
    if (look.frame()) {
      graphics.draw(area);
    } else {
      graphics.draw(new Line2D.Double(left, area.getY(), left, bottom));
      graphics.draw(new Line2D.Double(left, bottom, area.getMaxX(), bottom));
    }
  }

  private static void texts(
      Graphics2D graphics, Rectangle2D area, int size, PlotLook look, RandomGenerator random) {
    graphics.setColor(Color.BLACK);
    graphics.drawString(word(random), (float) area.getCenterX() - 2 * size, 1.4f * size);
    graphics.drawString(
        word(random), (float) area.getCenterX() - 2 * size, (float) area.getMaxY() + 3 * size);
    int entries = random.nextInt(1, 4);
    for (int i = 0; i < entries; i++) {
      double x = area.getMaxX() - 8 * size;
      double y = area.getY() + (1.4 * i + 1.2) * size;
      graphics.setColor(Color.BLACK);
      graphics.drawString(word(random), (float) x, (float) y);
      graphics.setColor(look.color(i));
      graphics.setStroke(look.stroke(i));
      graphics.draw(
          new Line2D.Double(x + 5.2 * size, y - 0.3 * size, x + 7.5 * size, y - 0.3 * size));
    }
  }

  private static String word(RandomGenerator random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
