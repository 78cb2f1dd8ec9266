/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** What drawn things have in common. */
final class DrawingTools {
  private DrawingTools() {}

  static Graphics2D on(BufferedImage canvas) {
    var graphics = canvas.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }

  static ColorProcessor picture(BufferedImage canvas) {
    return new ColorProcessor(canvas);
  }

  static Color color(Chance chance, int least, int most) {
    return new Color(
        chance.between(least, most), chance.between(least, most), chance.between(least, most));
  }

  /** The same color, a little lighter or darker. */
  static Color nearly(Color color, double change, Chance chance) {
    double factor = 1 + chance.between(-change, change);
    return new Color(
        (int) Math.min(255, color.getRed() * factor),
        (int) Math.min(255, color.getGreen() * factor),
        (int) Math.min(255, color.getBlue() * factor));
  }

  /** Spots and scratches of its own, so that no two things are the same. */
  static void wear(Graphics2D graphics, Shape thing, int marks, Chance chance) {
    var clip = graphics.getClip();
    graphics.clip(thing);
    var bounds = thing.getBounds();
    for (int i = 0; i < marks; i++) {
      int gray = chance.half() ? 0 : 255;
      graphics.setColor(new Color(gray, gray, gray, chance.between(8, 36)));
      double x = bounds.x + chance.between(0.0, bounds.width);
      double y = bounds.y + chance.between(0.0, bounds.height);
      if (chance.between(0, 7) == 0) {
        double reach = bounds.width / 6.0;
        graphics.drawLine(
            (int) x,
            (int) y,
            (int) (x + reach * chance.normal()),
            (int) (y + reach * chance.normal()));
      } else {
        double size = chance.between(1.5, 0.12 * bounds.width + 2);
        graphics.fill(new Ellipse2D.Double(x, y, size, size * chance.between(0.5, 1.5)));
      }
    }
    graphics.setClip(clip);
  }
}
