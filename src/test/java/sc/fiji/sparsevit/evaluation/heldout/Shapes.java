/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Outlines that somebody might draw around an object by hand. */
final class Shapes {
  private Shapes() {}

  /** Around 0, 0. */
  static Shape ellipse(double width, double height) {
    return new Ellipse2D.Double(-width / 2, -height / 2, width, height);
  }

  /** An ellipse, polygon, or smooth blob around 0, 0, with about that many pixels. */
  static Shape ofArea(double area, Chance chance) {
    var drawn =
        switch (chance.between(0, 2)) {
          case 0 -> ellipse(100, 100);
          case 1 -> polygon(chance);
          default -> blob(chance);
        };
    double stretch = Math.sqrt(chance.between(0.55, 1.8));
    double scale = Math.sqrt(area / Outline.of(drawn).area());
    var change = AffineTransform.getRotateInstance(chance.between(-0.5, 0.5));
    change.scale(scale * stretch, scale / stretch);
    return change.createTransformedShape(drawn);
  }

  private static Shape polygon(Chance chance) {
    int corners = chance.between(5, 11);
    var path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + chance.between(-0.3, 0.3)) / corners;
      double radius = chance.between(32, 60);
      if (i == 0) {
        path.moveTo(radius * Math.cos(angle), radius * Math.sin(angle));
      } else {
        path.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
      }
    }
    path.closePath();
    return path;
  }

  /** The radius goes up and down a few times on the way around. */
  private static Shape blob(Chance chance) {
    var heights = new double[5];
    var phases = new double[5];
    for (int i = 2; i < 5; i++) {
      heights[i] = chance.between(0, 0.3) / i;
      phases[i] = chance.between(0, 2 * Math.PI);
    }
    var path = new Path2D.Double();
    for (int step = 0; step < 120; step++) {
      double angle = 2 * Math.PI * step / 120;
      double radius = 50;
      for (int i = 2; i < 5; i++) {
        radius += 50 * heights[i] * Math.cos(i * angle + phases[i]);
      }
      if (step == 0) {
        path.moveTo(radius, 0);
      } else {
        path.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
      }
    }
    path.closePath();
    return path;
  }
}
