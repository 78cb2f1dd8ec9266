/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The markers of plotting programs. */
enum Marker {
  DISC {
    @Override
    void draw(Graphics2D graphics, double x, double y, double radius) {
      graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
  },
  CIRCLE {
    @Override
    void draw(Graphics2D graphics, double x, double y, double radius) {
      graphics.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
  },
  SQUARE {
    @Override
    void draw(Graphics2D graphics, double x, double y, double radius) {
      graphics.fill(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
  },
  CROSS {
    @Override
    void draw(Graphics2D graphics, double x, double y, double radius) {
      graphics.draw(new Line2D.Double(x - radius, y - radius, x + radius, y + radius));
      graphics.draw(new Line2D.Double(x - radius, y + radius, x + radius, y - radius));
    }
  },
  PLUS {
    @Override
    void draw(Graphics2D graphics, double x, double y, double radius) {
      graphics.draw(new Line2D.Double(x - radius, y, x + radius, y));
      graphics.draw(new Line2D.Double(x, y - radius, x, y + radius));
    }
  },
  TRIANGLE {
    @Override
    void draw(Graphics2D graphics, double x, double y, double radius) {
      var path = new Path2D.Double();
      path.moveTo(x, y - radius);
      path.lineTo(x + radius, y + radius);
      path.lineTo(x - radius, y + radius);
      path.closePath();
      graphics.fill(path);
    }
  };

  /** Draws one around a point, about twice the radius across. */
  abstract void draw(Graphics2D graphics, double x, double y, double radius);
}
