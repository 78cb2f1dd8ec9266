/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.cutout.RandomOutline;
import sc.fiji.sparsevit.training.synthesis.options.Range;

/**
 * Strokes of a soft brush that paints what is a little way off: how editors hide dust, scratches
 * and bands.
 */
final class CloneBrush implements Forgery {

  private static final Range RADIUS = new Range(0.02, 0.08);
  private static final Range DISTANCE = new Range(2.2, 6);
  private static final Range SOFTNESS = new Range(0.08, 0.35);
  private static final double HEALED = 0.4;
  private static final double BEND = 0.5;

  @Override
  public Patch forge(Scene scene, SampleStyle style, RandomGenerator random) {
    double radius = RADIUS.drawFactor(random) * scene.extent();
    var picture = scene.picture();
    var path = new Path2D.Double();
    double x = random.nextDouble(picture.width());
    double y = random.nextDouble(picture.height());
    double direction = random.nextDouble(2 * Math.PI);
    path.moveTo(x, y);
    for (int i = random.nextInt(1, 7); i > 0; i--) {
      direction += BEND * random.nextGaussian();
      x += radius * Math.cos(direction);
      y += radius * Math.sin(direction);
      path.lineTo(x, y);
    }
    var brush =
        new BasicStroke((float) (2 * radius), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    var stroke = RandomOutline.cutout(brush.createStrokedShape(path), 1);
    var opacity =
        GaussianBlur.ofSigma(Math.max(0.4, radius * SOFTNESS.draw(random)))
            .apply(stroke.opacity().padded(Cutout.MARGIN));
    int left = stroke.x() - Cutout.MARGIN;
    int top = stroke.y() - Cutout.MARGIN;
    double angle = random.nextDouble(2 * Math.PI);
    double reach = radius * DISTANCE.draw(random);
    int fromX = inside(left + reach * Math.cos(angle), picture.width(), opacity.width());
    int fromY = inside(top + reach * Math.sin(angle), picture.height(), opacity.height());
    var painted = picture.crop(fromX, fromY, opacity.width(), opacity.height());
    var patch = new Patch(painted, opacity, left, top, scene.history().moved(-fromX, -fromY));
    return random.nextDouble() < HEALED ? Blending.seamless(patch, picture) : patch;
  }

  private static int inside(double position, int available, int length) {
    return (int) Math.max(0, Math.min(available - length, Math.round(position)));
  }
}
