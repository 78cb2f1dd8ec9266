/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.cutout;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;

/** Outlines that a person might draw with a selection tool, of radius about 1 around the origin. */
public enum RandomOutline {
  POLYGON {
    @Override
    Shape draw(RandomGenerator random) {
      int corners = random.nextInt(4, 10);
      var path = new Path2D.Double();
      for (int i = 0; i < corners; i++) {
        double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / corners;
        double radius = 0.6 + 0.7 * random.nextDouble();
        extend(path, radius * Math.cos(angle), radius * Math.sin(angle));
      }
      path.closePath();
      return path;
    }
  },
  ELLIPSE {
    @Override
    Shape draw(RandomGenerator random) {
      double aspect = Math.sqrt(0.35 + 0.65 * random.nextDouble());
      var ellipse = new Ellipse2D.Double(-1 / aspect, -aspect, 2 / aspect, 2 * aspect);
      return turned(ellipse, Math.PI * random.nextDouble());
    }
  },
  RECTANGLE {
    @Override
    Shape draw(RandomGenerator random) {
      double aspect = Math.sqrt(0.35 + 0.65 * random.nextDouble());
      if (random.nextBoolean()) {
        aspect = 1 / aspect;
      }
      var rectangle =
          new Rectangle2D.Double(-0.88 / aspect, -0.88 * aspect, 1.76 / aspect, 1.76 * aspect);
      return random.nextInt(4) == 0 ? turned(rectangle, Math.PI * random.nextDouble()) : rectangle;
    }
  },
  BLOB {
    private static final int CORNERS = 90;
    private static final int WAVES = 6;

    @Override
    Shape draw(RandomGenerator random) {
      var amplitudes = new double[WAVES];
      var phases = new double[WAVES];
      for (int k = 0; k < WAVES; k++) {
        amplitudes[k] = 0.35 * random.nextGaussian() / (k + 1.5);
        phases[k] = 2 * Math.PI * random.nextDouble();
      }
      var path = new Path2D.Double();
      for (int i = 0; i < CORNERS; i++) {
        double angle = 2 * Math.PI * i / CORNERS;
        double exponent = 0;
        for (int k = 0; k < WAVES; k++) {
          exponent += amplitudes[k] * Math.cos((k + 1) * angle + phases[k]);
        }
        extend(path, Math.exp(exponent) * Math.cos(angle), Math.exp(exponent) * Math.sin(angle));
      }
      path.closePath();
      return path;
    }
  };

  abstract Shape draw(RandomGenerator random);

  /** Any of them, as an opacity that just holds it. */
  public static FloatPlane any(double radius, RandomGenerator random) {
    var outlines = values();
    return cutout(outlines[random.nextInt(outlines.length)].draw(random), radius).opacity();
  }

  /** A shape at another scale, where it then is. */
  public static Cutout cutout(Shape shape, double scale) {
    var scaled = AffineTransform.getScaleInstance(scale, scale).createTransformedShape(shape);
    var bounds = scaled.getBounds();
    var image =
        new BufferedImage(
            Math.max(1, bounds.width), Math.max(1, bounds.height), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.translate(-bounds.x, -bounds.y);
    graphics.setColor(Color.WHITE);
    graphics.fill(scaled);
    graphics.dispose();
    var opacity = new FloatPlane(image.getWidth(), image.getHeight());
    byte[] gray = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < gray.length; i++) {
      opacity.values()[i] = (gray[i] & 255) / 255f;
    }
    return new Cutout(bounds.x, bounds.y, opacity);
  }

  private static Shape turned(Shape shape, double angle) {
    return AffineTransform.getRotateInstance(angle).createTransformedShape(shape);
  }

  private static void extend(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }
}
