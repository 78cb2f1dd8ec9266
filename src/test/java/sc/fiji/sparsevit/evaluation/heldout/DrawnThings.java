/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Drawn buttons, nuts, or beads of one kind on a photographed ground, each worn in its own way. */
record DrawnThings(List<Path> grounds) implements LookAlikeScene.Recipe {
  private enum ThingKind {
    BUTTON,
    NUT,
    BEAD
  }

  private static final int COLUMNS = 4;
  private static final int ROWS = 3;

  @Override
  public String name() {
    return "things";
  }

  @Override
  public LookAlikeScene draw(boolean room, Chance chance) throws IOException {
    int cell = chance.between(76, 100);
    var ground = chance.one(grounds);
    var canvas = ground(PictureIo.read(ground), 2 * COLUMNS * cell, 2 * ROWS * cell, chance);
    var graphics = DrawingTools.on(canvas);
    var kind = chance.one(List.of(ThingKind.values()));
    var color = DrawingTools.color(chance, 70, 220);
    double radius = cell * chance.between(0.27, 0.37);
    var cells = new ArrayList<>(IntStream.range(0, COLUMNS * ROWS).boxed().toList());
    Collections.shuffle(cells, chance.random());
    int things = chance.between(3, 8);
    var sisters = new ArrayList<Outline>();
    for (int i : cells.subList(0, things)) {
      double play = cell / 2.0 - 1.15 * radius;
      double x = (i % COLUMNS + 0.5) * cell + chance.between(-play, play);
      double y = (i / COLUMNS + 0.5) * cell + chance.between(-play, play);
      thing(graphics, kind, color, 2 * x, 2 * y, 2 * radius * chance.between(0.97, 1.03), chance);
      var around =
          new Ellipse2D.Double(x - 1.12 * radius, y - 1.12 * radius, 2.3 * radius, 2.3 * radius);
      sisters.add(Outline.of(around));
    }
    graphics.dispose();
    int empty = cells.get(things);
    var free = new Point(empty % COLUMNS * cell + cell / 2, empty / COLUMNS * cell + cell / 2);
    var image =
        Camera.standing(chance)
            .photograph(DrawingTools.picture(canvas), COLUMNS * cell, ROWS * cell, chance);
    return new LookAlikeScene(
        image,
        sisters,
        room ? free : null,
        Map.of("ground", Names.name(ground), "kind", kind, "things", things));
  }

  /** The texture, with less contrast, and colored. */
  private static BufferedImage ground(
      ColorProcessor texture, int width, int height, Chance chance) {
    double gain = chance.between(0.3, 0.6);
    var tint = DrawingTools.color(chance, 0, 70);
    double level = chance.between(40.0, 110.0);
    var offsets =
        new double[] {level + tint.getRed(), level + tint.getGreen(), level + tint.getBlue()};
    texture.setInterpolationMethod(ImageProcessor.BICUBIC);
    var enlarged = (ColorProcessor) texture.resize(width, height);
    return new ToneChange(new double[] {gain, gain, gain}, offsets)
        .applied(enlarged)
        .getBufferedImage();
  }

  private static void thing(
      Graphics2D graphics,
      ThingKind kind,
      Color color,
      double x,
      double y,
      double radius,
      Chance chance) {
    var placed = AffineTransform.getTranslateInstance(x, y);
    placed.rotate(chance.between(0, 2 * Math.PI));
    placed.scale(radius, radius);
    var outline = placed.createTransformedShape(outline(kind));
    shadow(graphics, outline, radius);
    var own = DrawingTools.nearly(color, 0.08, chance);
    graphics.setPaint(
        new RadialGradientPaint(
            (float) (x - 0.35 * radius),
            (float) (y - 0.35 * radius),
            (float) (1.5 * radius),
            new float[] {0, 1},
            new Color[] {own.brighter(), own.darker()}));
    graphics.fill(outline);
    graphics.setColor(own.darker());
    graphics.setStroke(new BasicStroke((float) (0.05 * radius)));
    for (var line : details(kind)) {
      graphics.draw(placed.createTransformedShape(line));
    }
    DrawingTools.wear(graphics, outline, 110, chance);
  }

  private static Shape outline(ThingKind kind) {
    if (kind == ThingKind.NUT) {
      var hexagon = new Path2D.Double();
      for (int i = 0; i < 6; i++) {
        double angle = Math.PI * i / 3;
        if (i == 0) {
          hexagon.moveTo(1, 0);
        } else {
          hexagon.lineTo(Math.cos(angle), Math.sin(angle));
        }
      }
      hexagon.closePath();
      var nut = new Area(hexagon);
      nut.subtract(new Area(disk(0, 0, 0.48)));
      return nut;
    }
    var disk = new Area(disk(0, 0, 1));
    if (kind == ThingKind.BUTTON) {
      for (int i = 0; i < 4; i++) {
        disk.subtract(new Area(disk(i % 2 == 0 ? -0.22 : 0.22, i / 2 == 0 ? -0.22 : 0.22, 0.12)));
      }
    }
    return disk;
  }

  private static List<Shape> details(ThingKind kind) {
    return switch (kind) {
      case BUTTON -> List.of(disk(0, 0, 0.98), disk(0, 0, 0.72));
      case NUT -> List.of(disk(0, 0, 0.5), disk(0, 0, 0.8));
      case BEAD -> List.of(disk(0, 0, 0.98));
    };
  }

  private static Shape disk(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static void shadow(Graphics2D graphics, Shape outline, double radius) {
    graphics.setColor(new Color(0, 0, 0, 26));
    for (int i = 1; i <= 6; i++) {
      double away = 0.03 * i * radius;
      graphics.fill(
          AffineTransform.getTranslateInstance(away, away).createTransformedShape(outline));
    }
  }
}
