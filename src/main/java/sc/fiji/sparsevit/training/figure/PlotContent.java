/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** What a plot shows inside its axes. */
enum PlotContent {
  BARS {
    @Override
    List<Shape> draw(Graphics2D graphics, Rectangle2D area, PlotLook look, RandomGenerator random) {
      int count = random.nextInt(3, 9);
      int series = random.nextInt(1, 3);
      double step = area.getWidth() / count;
      double width = 0.7 * step / series;
      var bars = new ArrayList<Shape>();
      for (int i = 0; i < count * series; i++) {
        double height = area.getHeight() * random.nextDouble(0.1, 0.85);
        double error = area.getHeight() * random.nextDouble(0.02, 0.1);
        double x = area.getX() + (i / series + 0.15) * step + (i % series + 0.5) * width;
        double top = area.getMaxY() - height;
        var bar = new Rectangle2D.Double(x - width / 2, top, width, height);
        graphics.setPaint(look.filling(i % series));
        graphics.fill(bar);
        graphics.setColor(Color.BLACK);
        graphics.draw(bar);
        graphics.draw(new Line2D.Double(x, top - error, x, top + error));
        graphics.draw(new Line2D.Double(x - width / 6, top - error, x + width / 6, top - error));
        double tall = height + 1.5 * error - 2;
        bars.add(new Rectangle2D.Double(x - 0.6 * width, top - 1.5 * error, 1.2 * width, tall));
      }
      return bars;
    }
  },

  CURVES {
    @Override
    List<Shape> draw(Graphics2D graphics, Rectangle2D area, PlotLook look, RandomGenerator random) {
      int curves = random.nextInt(1, 5);
      for (int i = 0; i < curves; i++) {
        graphics.setColor(look.color(i));
        graphics.setStroke(look.stroke(i));
        graphics.draw(curve(area, course(random), random.nextInt(20, 400)));
      }
      return List.of();
    }
  },

  /** Curves with what is below them filled, as spectra and densities are shown. */
  AREAS {
    @Override
    List<Shape> draw(Graphics2D graphics, Rectangle2D area, PlotLook look, RandomGenerator random) {
      int areas = random.nextInt(1, 4);
      for (int i = 0; i < areas; i++) {
        double center = random.nextDouble(0.1, 0.9);
        double width = random.nextDouble(0.03, 0.25);
        double height = random.nextDouble(0.2, 0.9);
        var path = curve(area, u -> height * Math.exp(-Math.pow((u - center) / width, 2)), 200);
        path.lineTo(area.getMaxX(), area.getMaxY());
        path.lineTo(area.getX(), area.getMaxY());
        path.closePath();
        graphics.setPaint(look.filling(i));
        graphics.fill(path);
      }
      return List.of();
    }
  },

  POINTS {
    @Override
    List<Shape> draw(Graphics2D graphics, Rectangle2D area, PlotLook look, RandomGenerator random) {
      int count = random.nextInt(15, 250);
      double radius = area.getWidth() * random.nextDouble(0.005, 0.015);
      double slope = random.nextDouble(-0.6, 0.6);
      boolean filled = random.nextBoolean();
      boolean round = random.nextBoolean();
      graphics.setColor(look.color(0));
      var points = new ArrayList<Shape>();
      for (int i = 0; i < count; i++) {
        double u = random.nextDouble();
        double v = inside(0.5 + slope * (u - 0.5) + 0.12 * random.nextGaussian());
        double x = area.getX() + u * area.getWidth() - radius;
        double y = area.getMaxY() - v * area.getHeight() - radius;
        var marker =
            round
                ? new Ellipse2D.Double(x, y, 2 * radius, 2 * radius)
                : new Rectangle2D.Double(x, y, 2 * radius, 2 * radius);
        if (filled) {
          graphics.fill(marker);
        } else {
          graphics.draw(marker);
        }
        double reach = 6 * radius;
        points.add(new Rectangle2D.Double(x - reach, y - reach, 2 * reach, 2 * reach));
      }
      return points;
    }
  },

  /** Lines with markers and error bars. The markers repeat themselves to the pixel. */
  MEASUREMENTS {
    @Override
    List<Shape> draw(Graphics2D graphics, Rectangle2D area, PlotLook look, RandomGenerator random) {
      int series = random.nextInt(1, 4);
      int count = random.nextInt(5, 25);
      double radius = random.nextInt(2, 6);
      boolean bars = random.nextBoolean();
      boolean joined = random.nextBoolean();
      var points = new ArrayList<Shape>();
      for (int k = 0; k < series; k++) {
        var course = course(random);
        var kind = Marker.values()[random.nextInt(Marker.values().length)];
        graphics.setColor(look.color(k));
        graphics.setStroke(look.stroke(k));
        if (joined) {
          graphics.draw(curve(area, course, count));
        }
        graphics.setStroke(new BasicStroke(1));
        for (int i = 0; i <= count; i++) {
          double x = Math.round(area.getX() + i * area.getWidth() / count);
          double v = inside(course.applyAsDouble((double) i / count));
          double y = Math.round(area.getMaxY() - v * area.getHeight());
          kind.draw(graphics, x, y, radius);
          if (bars) {
            double error = area.getHeight() * random.nextDouble(0.01, 0.08);
            graphics.draw(new Line2D.Double(x, y - error, x, y + error));
            graphics.draw(new Line2D.Double(x - radius, y - error, x + radius, y - error));
            graphics.draw(new Line2D.Double(x - radius, y + error, x + radius, y + error));
          }
          points.add(
              new Rectangle2D.Double(x - 5 * radius, y - 5 * radius, 10 * radius, 10 * radius));
        }
      }
      return points;
    }
  },

  /** A surface in perspective, as a net of lines or as colored facets. */
  SURFACE {
    @Override
    List<Shape> draw(Graphics2D graphics, Rectangle2D area, PlotLook look, RandomGenerator random) {
      int cells = random.nextInt(12, 45);
      double[] u = random.doubles(0, 1).limit(2).toArray();
      double tilt = random.nextDouble(0.15, 0.4);
      boolean net = random.nextBoolean();
      graphics.setStroke(new BasicStroke(1));
      for (int row = 0; row < cells; row++) {
        for (int column = 0; column < cells; column++) {
          var facet = new Path2D.Double();
          double height = 0;
          for (int corner = 0; corner < 4; corner++) {
            double x = (column + (corner == 1 || corner == 2 ? 1 : 0)) / (double) cells;
            double y = (row + corner / 2) / (double) cells;
            height =
                0.5 * Math.sin((3 + 6 * u[0]) * x) * Math.cos((2 + 6 * u[1]) * y)
                    + 0.3 * (x - y) * (u[0] - 0.5);
            double px = area.getX() + area.getWidth() * (0.15 + 0.6 * x + 0.25 * (1 - y));
            double py = area.getY() + area.getHeight() * (0.45 + tilt * y - 0.3 * height);
            if (corner == 0) {
              facet.moveTo(px, py);
            } else {
              facet.lineTo(px, py);
            }
          }
          facet.closePath();
          int shade = (int) (255 * inside(0.5 + height));
          graphics.setColor(net ? Color.WHITE : new Color(shade, 80, 255 - shade));
          graphics.fill(facet);
          if (net) {
            graphics.setColor(look.color(0));
            graphics.draw(facet);
          }
        }
      }
      return List.of();
    }
  },

  /** Colored cells, with a color scale next to them. */
  HEAT_MAP {
    @Override
    List<Shape> draw(Graphics2D graphics, Rectangle2D area, PlotLook look, RandomGenerator random) {
      int cells = random.nextInt(6, 70);
      var across = course(random);
      var down = course(random);
      double noise = random.nextDouble(0, 0.2);
      double side = 0.88 * area.getWidth() / cells;
      int rows = Math.max(1, (int) (area.getHeight() / side));
      double tall = area.getHeight() / rows;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < cells; column++) {
          double value =
              across.applyAsDouble((double) column / cells)
                  + down.applyAsDouble((double) row / rows)
                  - 0.5
                  + noise * random.nextGaussian();
          graphics.setColor(heat(look, inside(value)));
          double x = area.getX() + column * side;
          double y = area.getY() + row * tall;
          graphics.fill(new Rectangle2D.Double(x, y, side + 0.5, tall + 0.5));
        }
      }
      scale(graphics, area, value -> heat(look, value));
      return List.of();
    }

    private static Color heat(PlotLook look, double value) {
      var cold = look.grid() ? Color.WHITE : look.color(0).darker().darker();
      var hot = look.grid() ? look.color(0) : new Color(0xffff60);
      return ColorField.between(cold, hot, value);
    }
  },

  /** A function of two variables, with its color scale next to it. */
  FIELD {
    @Override
    List<Shape> draw(Graphics2D graphics, Rectangle2D area, PlotLook look, RandomGenerator random) {
      var field = ColorField.draw(random);
      double width = (look.frame() ? 0.88 : random.nextDouble(0.5, 0.88)) * area.getWidth();
      field.draw(
          graphics, new Rectangle2D.Double(area.getX(), area.getY(), width, area.getHeight()));
      scale(graphics, area, field::color);
      return List.of();
    }
  };

  /** Draws it; outlines of the elements that could be copied, in pixels. */
  abstract List<Shape> draw(
      Graphics2D graphics, Rectangle2D area, PlotLook look, RandomGenerator random);

  /** The colors of values from 0 to 1, upward, to the right of what they show. */
  private static void scale(Graphics2D graphics, Rectangle2D area, DoubleFunction<Color> colors) {
    double x = area.getX() + 0.92 * area.getWidth();
    for (int i = 0; i < area.getHeight(); i++) {
      graphics.setColor(colors.apply(1 - i / area.getHeight()));
      graphics.fill(new Rectangle2D.Double(x, area.getY() + i, 0.04 * area.getWidth(), 1));
    }
  }

  /** Values about 0 to 1 over 0 to 1: oscillation, growth or decay, perhaps with noise. */
  private static DoubleUnaryOperator course(RandomGenerator random) {
    double level = random.nextDouble(0.2, 0.8);
    double swing = random.nextDouble(0, 0.25);
    double frequency = random.nextDouble(1, 40);
    double middle = random.nextDouble(0, 1);
    double steepness = random.nextBoolean() ? 0 : random.nextDouble(-12, 12);
    double roughness = random.nextBoolean() ? 0 : random.nextDouble(0, 0.06);
    return u ->
        (steepness == 0 ? level : 0.8 / (1 + Math.exp(-steepness * (u - middle))))
            + swing * Math.sin(frequency * u)
            + roughness * random.nextGaussian();
  }

  private static Path2D curve(Rectangle2D area, DoubleUnaryOperator course, int steps) {
    var path = new Path2D.Double();
    for (int step = 0; step <= steps; step++) {
      double u = (double) step / steps;
      double x = area.getX() + u * area.getWidth();
      double y = area.getMaxY() - inside(course.applyAsDouble(u)) * area.getHeight();
      if (step == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }

  private static double inside(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
