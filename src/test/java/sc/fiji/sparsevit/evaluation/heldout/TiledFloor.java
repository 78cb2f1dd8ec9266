/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Map;

/** A floor of tiles with one ornament, each with its own wear. One tile may be plain. */
record TiledFloor() implements LookAlikeScene.Recipe {

  @Override
  public String name() {
    return "tiles";
  }

  /** What is painted on a tile, in a square from -1 to 1. */
  private record Ornament(
      int petals, double reach, double ring, Color ground, Color first, Color second) {
    static Ornament random(Chance chance) {
      return new Ornament(
          chance.between(4, 8),
          chance.between(0.5, 0.85),
          chance.between(0.2, 0.5),
          DrawingTools.color(chance, 150, 230),
          DrawingTools.color(chance, 30, 150),
          DrawingTools.color(chance, 60, 200));
    }

    void paint(Graphics2D graphics, Chance chance) {
      graphics.setColor(DrawingTools.nearly(first, 0.06, chance));
      for (int i = 0; i < petals; i++) {
        var petal = new Path2D.Double();
        petal.moveTo(0, 0);
        petal.quadTo(0.35, reach / 2, 0, reach);
        petal.quadTo(-0.35, reach / 2, 0, 0);
        graphics.fill(
            AffineTransform.getRotateInstance(2 * Math.PI * i / petals)
                .createTransformedShape(petal));
      }
      graphics.setColor(DrawingTools.nearly(second, 0.06, chance));
      graphics.setStroke(new BasicStroke(0.09f));
      graphics.draw(new Ellipse2D.Double(-ring, -ring, 2 * ring, 2 * ring));
      for (int i = 0; i < 4; i++) {
        double x = i % 2 == 0 ? -0.95 : 0.95;
        double y = i / 2 == 0 ? -0.95 : 0.95;
        graphics.fill(new Ellipse2D.Double(x - 0.28, y - 0.28, 0.56, 0.56));
      }
    }
  }

  @Override
  public LookAlikeScene draw(boolean room, Chance chance) {
    int side = chance.between(56, 84);
    int columns = chance.between(4, 5);
    int rows = chance.between(3, 4);
    var ornament = Ornament.random(chance);
    var canvas = new BufferedImage(2 * columns * side, 2 * rows * side, BufferedImage.TYPE_INT_RGB);
    var graphics = DrawingTools.on(canvas);
    graphics.setColor(DrawingTools.color(chance, 90, 130));
    graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    int plain = room ? chance.between(0, columns * rows - 1) : -1;
    Point free = null;
    var sisters = new ArrayList<Outline>();
    for (int i = 0; i < columns * rows; i++) {
      int x = i % columns * side;
      int y = i / columns * side;
      tile(graphics, i == plain ? null : ornament, ornament.ground, 2 * x, 2 * y, 2 * side, chance);
      if (i == plain) {
        free = new Point(x + side / 2, y + side / 2);
      } else {
        sisters.add(Outline.of(new Rectangle(x + 1, y + 1, side - 2, side - 2)));
      }
    }
    graphics.dispose();
    var image =
        Camera.standing(chance)
            .photograph(DrawingTools.picture(canvas), columns * side, rows * side, chance);
    return new LookAlikeScene(image, sisters, free, Map.of("columns", columns, "rows", rows));
  }

  private static void tile(
      Graphics2D graphics, Ornament ornament, Color ground, int x, int y, int side, Chance chance) {
    var square =
        new Rectangle(x + chance.between(2, 4), y + chance.between(2, 4), side - 6, side - 6);
    graphics.setColor(DrawingTools.nearly(ground, 0.06, chance));
    graphics.fill(square);
    if (ornament != null) {
      var painter = (Graphics2D) graphics.create();
      painter.clip(square);
      painter.translate(
          square.getCenterX() + chance.between(-1.5, 1.5),
          square.getCenterY() + chance.between(-1.5, 1.5));
      painter.rotate(chance.between(-0.015, 0.015));
      painter.scale(side / 2.0, side / 2.0);
      ornament.paint(painter, chance);
      painter.dispose();
    }
    DrawingTools.wear(graphics, square, 90, chance);
  }
}
