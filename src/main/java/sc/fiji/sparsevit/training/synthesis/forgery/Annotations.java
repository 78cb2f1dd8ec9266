/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.synthesis.options.Range;

/**
 * Letters, arrows, scale bars, boxes and captions on top of a picture: edges sharper than anything
 * below them, which do not count as forged.
 */
public final class Annotations {

  private static final List<String> WORDS =
      List.of(
          "A", "B", "C", "a", "b", "c", "i", "ii", "10 µm", "200 nm", "control", "2019", "Fig. 3");

  private static final List<String> FONTS =
      List.of(Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED, Font.DIALOG);

  private static final List<Color> COLORS =
      List.of(
          Color.WHITE,
          Color.WHITE,
          Color.WHITE,
          Color.BLACK,
          Color.BLACK,
          Color.RED,
          Color.YELLOW,
          Color.GREEN,
          Color.CYAN);

  private static final double LEAST_LEFT = 0.75;
  private static final int MOST = 6;
  private static final Range SIZE = new Range(9, 26);

  private Annotations() {}

  /**
   * The composition with some of them on top; what they cover belongs to the host. None are drawn
   * that would hide much of what is forged.
   */
  public static Composition on(Composition below, RandomGenerator random) {
    var image = below.picture().toBufferedImage();
    var graphics = image.createGraphics();
    boolean smooth = random.nextInt(4) > 0;
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING,
        smooth ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
    var font = FONTS.get(random.nextInt(FONTS.size()));
    int weight = random.nextBoolean() ? Font.BOLD : Font.PLAIN;
    graphics.setFont(new Font(font, weight, (int) SIZE.draw(random)));
    graphics.setColor(COLORS.get(random.nextInt(COLORS.size())));
    for (int i = random.nextInt(1, MOST); i > 0; i--) {
      one(graphics, image.getWidth(), image.getHeight(), random);
    }
    graphics.dispose();
    var covered = below.covered(RgbRaster.of(image));
    return covered.forgedShare() < LEAST_LEFT * below.forgedShare() ? below : covered;
  }

  private static void one(Graphics2D graphics, int width, int height, RandomGenerator random) {
    double x = random.nextDouble(0.02, 0.92) * width;
    double y = random.nextDouble(0.08, 0.96) * height;
    double size = graphics.getFont().getSize2D();
    graphics.setStroke(new BasicStroke(random.nextInt(1, 4)));
    switch (random.nextInt(6)) {
      case 0, 1 ->
          graphics.drawString(WORDS.get(random.nextInt(WORDS.size())), (float) x, (float) y);
      case 2 -> graphics.fill(new Rectangle2D.Double(x, y, random.nextDouble(20, 90), size / 4));
      case 3 -> graphics.fill(arrow(x, y, size, random.nextDouble(2 * Math.PI)));
      case 4 -> {
        double side = random.nextDouble(20, 110);
        graphics.draw(
            random.nextBoolean()
                ? new Rectangle2D.Double(x, y, side, side * random.nextDouble(0.5, 1.2))
                : new Ellipse2D.Double(x, y, side, side * random.nextDouble(0.5, 1.2)));
      }
      default -> caption(graphics, width, height, random);
    }
  }

  private static Path2D arrow(double x, double y, double size, double angle) {
    var path = new Path2D.Double();
    path.moveTo(0, 0);
    path.lineTo(-0.7 * size, 0.4 * size);
    path.lineTo(-0.55 * size, 0.1 * size);
    path.lineTo(-1.6 * size, 0.1 * size);
    path.lineTo(-1.6 * size, -0.1 * size);
    path.lineTo(-0.55 * size, -0.1 * size);
    path.lineTo(-0.7 * size, -0.4 * size);
    path.closePath();
    var place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(angle);
    path.transform(place);
    return path;
  }

  /** A line of words at the edge, as agencies and instruments put there, perhaps on a strip. */
  private static void caption(Graphics2D graphics, int width, int height, RandomGenerator random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(2, 6); i > 0; i--) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append("  ");
    }
    float size = graphics.getFont().getSize2D();
    boolean top = random.nextInt(4) == 0;
    if (random.nextBoolean()) {
      var ink = graphics.getColor();
      boolean bright = ink.getRed() + ink.getGreen() + ink.getBlue() > 380;
      graphics.setColor(bright ? Color.BLACK : Color.WHITE);
      double y = top ? 0 : height - 1.6 * size;
      graphics.fill(new Rectangle2D.Double(0, y, width, 1.6 * size));
      graphics.setColor(ink);
    }
    graphics.drawString(
        text.toString(), 4 + random.nextInt(width / 4), top ? 1.2f * size : height - 0.5f * size);
  }
}
