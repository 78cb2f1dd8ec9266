/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.image.raster.RgbRaster;

/** Bar charts, curves and scatter plots with axes and numbers. */
final class Plot implements FigureArtist {

  private static final List<Color> COLOURS =
      List.of(
          Color.BLACK,
          Color.GRAY,
          new Color(0x1f77b4),
          new Color(0xd62728),
          new Color(0x2ca02c),
          new Color(0xff7f0e));
  private static final List<String> FONTS = List.of(Font.SANS_SERIF, Font.SERIF);
  private static final int TICKS = 5;

  @Override
  public Figure draw(int width, int height, RandomGenerator look, RandomGenerator content) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    int size = Math.max(8, Math.min(width, height) / look.nextInt(16, 26));
    graphics.setFont(new Font(FONTS.get(look.nextInt(FONTS.size())), Font.PLAIN, size));
    graphics.setStroke(new BasicStroke(look.nextInt(1, 3)));
    var area = new Rectangle2D.Double(3.5 * size, size, width - 4.5 * size, height - 3.5 * size);
    axes(graphics, area, size, content);
    List<Shape> elements =
        switch (look.nextInt(3)) {
          case 0 -> bars(graphics, area, colour(look), content);
          case 1 -> curves(graphics, area, content);
          default -> points(graphics, area, colour(look), content);
        };
    graphics.dispose();
    return new Figure(RgbRaster.of(image), elements);
  }

  private static void axes(
      Graphics2D graphics, Rectangle2D area, int size, RandomGenerator random) {
    graphics.setColor(Color.BLACK);
    double left = area.getX();
    double bottom = area.getMaxY();
    graphics.draw(new Line2D.Double(left, area.getY(), left, bottom));
    graphics.draw(new Line2D.Double(left, bottom, area.getMaxX(), bottom));
    double step = random.nextInt(1, 6) * Math.pow(10, random.nextInt(-1, 3));
    for (int i = 0; i <= TICKS; i++) {
      double y = bottom - i * area.getHeight() / TICKS;
      double x = left + i * area.getWidth() / TICKS;
      graphics.draw(new Line2D.Double(left - size / 3.0, y, left, y));
      graphics.draw(new Line2D.Double(x, bottom, x, bottom + size / 3.0));
      String label = String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", i * step);
      graphics.drawString(label, (float) (left - 3 * size), (float) (y + size / 3.0));
      graphics.drawString(
          Integer.toString(i), (float) (x - size / 3.0), (float) (bottom + 1.6 * size));
    }
  }

  private static List<Shape> bars(
      Graphics2D graphics, Rectangle2D area, Color colour, RandomGenerator random) {
    int count = random.nextInt(3, 9);
    double step = area.getWidth() / count;

    var bars = new ArrayList<Shape>();
    for (int i = 0; i < count; i++) {
      double height = area.getHeight() * random.nextDouble(0.1, 0.85);
      double error = area.getHeight() * random.nextDouble(0.02, 0.1);
      double x = area.getX() + (i + 0.5) * step;
      double top = area.getMaxY() - height;
      graphics.setColor(colour);
      graphics.fill(new Rectangle2D.Double(x - 0.3 * step, top, 0.6 * step, height));
      graphics.setColor(Color.BLACK);
      graphics.draw(new Line2D.Double(x, top - error, x, top + error));
      graphics.draw(new Line2D.Double(x - 0.1 * step, top - error, x + 0.1 * step, top - error));
      bars.add(
          new Rectangle2D.Double(
              x - 0.4 * step, top - 1.5 * error, 0.8 * step, height + 1.5 * error - 2));
    }
    return bars;
  }

  private static List<Shape> curves(Graphics2D graphics, Rectangle2D area, RandomGenerator random) {
    int curves = random.nextInt(1, 5);
    for (int i = 0; i < curves; i++) {
      var path = new Path2D.Double();
      double level = random.nextDouble(0.2, 0.8);
      double swing = random.nextDouble(0, 0.2);
      double frequency = random.nextDouble(1, 12);
      double roughness = random.nextDouble(0, 0.03);
      for (int step = 0; step <= 60; step++) {
        double value =
            level + swing * Math.sin(frequency * step / 60) + roughness * random.nextGaussian();
        double x = area.getX() + step / 60.0 * area.getWidth();
        double y = area.getMaxY() - Math.max(0, Math.min(1, value)) * area.getHeight();
        if (step == 0) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
      graphics.setColor(colour(random));
      graphics.draw(path);
    }
    return List.of();
  }

  private static List<Shape> points(
      Graphics2D graphics, Rectangle2D area, Color colour, RandomGenerator random) {
    int count = random.nextInt(15, 80);
    double radius = area.getWidth() * random.nextDouble(0.006, 0.015);
    double slope = random.nextDouble(-0.6, 0.6);
    graphics.setColor(colour);
    var points = new ArrayList<Shape>();
    for (int i = 0; i < count; i++) {
      double u = random.nextDouble();
      double v = 0.5 + slope * (u - 0.5) + 0.12 * random.nextGaussian();
      double x = area.getX() + u * area.getWidth();
      double y = area.getMaxY() - Math.max(0, Math.min(1, v)) * area.getHeight();
      graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      points.add(new Rectangle2D.Double(x - 6 * radius, y - 6 * radius, 12 * radius, 12 * radius));
    }
    return points;
  }

  private static Color colour(RandomGenerator random) {
    return COLOURS.get(random.nextInt(COLOURS.size()));
  }
}
