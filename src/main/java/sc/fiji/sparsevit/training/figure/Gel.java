/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Electrophoresis gels (bright bands on dark) and Western blots (dark bands on bright). */
final class Gel implements FigureArtist {

  private static final double EMPTY = 0.15;

  /** Share of the blots whose contrast somebody turned up until the ground was nearly white. */
  private static final double WHITENED = 0.4;

  private static final double DARKEST_WHITE = 246;

  /** So far above the range that most of the ground is cut off. */
  private static final double BRIGHTEST_WHITE = 260;

  @Override
  public Figure draw(int width, int height, RandomGenerator look, RandomGenerator content) {
    boolean blot = look.nextDouble() < 0.7;
    double level = blot ? look.nextDouble(185, 245) : look.nextDouble(10, 45);
    double contrast = blot ? -look.nextDouble(80, 190) : look.nextDouble(90, 200);
    double bandHeight = look.nextDouble(2, 7);
    double read = look.nextDouble(0.5, 4);
    double shot = look.nextDouble(0, 4);
    double grain = look.nextBoolean() ? 0.7 : 0;
    double smile = look.nextBoolean() ? look.nextDouble(-0.04, 0.04) : 0;
    double white = look.nextDouble(DARKEST_WHITE, BRIGHTEST_WHITE);
    double gain = blot && look.nextDouble() < WHITENED ? white / level : 1;
    var canvas = new Canvas(width, height, level);
    canvas.add(Canvas.unevenness(width, height, content), look.nextDouble(2, 14));
    var bands = bands(canvas, contrast, bandHeight, smile, content);
    dust(canvas, contrast, content);
    canvas.detect(read, shot, grain, content);
    canvas.brighten(gain);
    return new Figure(Canvas.toPicture(canvas), bands);
  }

  private static List<Shape> bands(
      Canvas canvas, double contrast, double bandHeight, double smile, RandomGenerator random) {
    int lanes = random.nextInt(4, 13);
    int rows = random.nextInt(1, 6);
    double laneWidth = (double) canvas.plane().width() / lanes;
    double rowHeight = (double) canvas.plane().height() / rows;
    double halfHeight = Math.min(bandHeight, rowHeight / 5);
    double tilt = random.nextDouble(-0.03, 0.03);
    var bands = new ArrayList<Shape>();
    smears(canvas, contrast, lanes, laneWidth, random);
    for (int row = 0; row < rows; row++) {
      double level = (row + random.nextDouble(0.3, 0.7)) * rowHeight;
      double presence = random.nextDouble(0.2, 1);
      for (int lane = 0; lane < lanes; lane++) {
        if (random.nextDouble() < EMPTY) {
          continue;
        }
        double x = (lane + random.nextDouble(0.46, 0.54)) * laneWidth;
        double aside = x / canvas.plane().width() - 0.5;
        double y =
            level
                + tilt * x
                + smile * 4 * aside * aside * canvas.plane().height()
                + random.nextGaussian();
        double radiusX = laneWidth * random.nextDouble(0.26, 0.38);
        double radiusY = halfHeight * random.nextDouble(0.7, 1.3);
        double amount = contrast * presence * random.nextDouble(0.3, 1);
        canvas.spot(
            new Canvas.Spot(x, y, radiusX, radiusY, random.nextDouble(-0.06, 0.06)),
            amount,
            random.nextDouble(2, 5));
        bands.add(
            new Rectangle2D.Double(x - 1.3 * radiusX, y - 2 * radiusY, 2.6 * radiusX, 4 * radiusY));
      }
    }
    // Whole lanes are taken from elsewhere too.
    for (int lane = 0; lane < lanes; lane += 3) {
      bands.add(
          new Rectangle2D.Double(lane * laneWidth, 2, laneWidth, canvas.plane().height() - 4));
    }
    return bands;
  }

  /** Lanes that are a little darker or brighter than the space between them. */
  private static void smears(
      Canvas canvas, double contrast, int lanes, double laneWidth, RandomGenerator random) {
    double strength = contrast * random.nextDouble(0, 0.12);
    for (int lane = 0; lane < lanes; lane++) {
      double height = canvas.plane().height();
      canvas.spot(
          new Canvas.Spot(
              (lane + 0.5) * laneWidth,
              random.nextDouble(height),
              0.4 * laneWidth,
              height * random.nextDouble(0.2, 0.6),
              0),
          strength * random.nextDouble(),
          3);
    }
  }

  /** Specks and bubbles. */
  private static void dust(Canvas canvas, double contrast, RandomGenerator random) {
    int specks = random.nextInt(3) == 0 ? random.nextInt(2, 14) : 0;
    for (int i = 0; i < specks; i++) {
      double radius = random.nextDouble(0.6, 2.5);
      canvas.spot(
          new Canvas.Spot(
              random.nextDouble(canvas.plane().width()),
              random.nextDouble(canvas.plane().height()),
              radius,
              radius * random.nextDouble(0.6, 1),
              0),
          contrast * random.nextDouble(-0.3, 0.8),
          2);
    }
  }
}
