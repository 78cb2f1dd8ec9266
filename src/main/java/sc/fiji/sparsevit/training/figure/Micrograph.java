/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.RgbRaster;

/** Cells under a microscope: fluorescent on dark, or stained on bright. */
final class Micrograph implements FigureArtist {

  private static final double UNEVENNESS = 0.12;

  @Override
  public Figure draw(int width, int height, RandomGenerator look, RandomGenerator content) {
    boolean fluorescent = look.nextDouble() < 0.6;
    var colors = fluorescent ? fluorescent(look) : stained(look);
    double size = look.nextDouble(0.025, 0.09);
    double read = look.nextDouble(0.5, 4);
    double shot = look.nextDouble(0, fluorescent ? 12 : 4);
    double grain = look.nextDouble() < 0.4 ? 0.6 : 0;
    var lighting = Canvas.unevenness(width, height, content);
    var channels = new Canvas[colors.channels()];
    for (int c = 0; c < channels.length; c++) {
      channels[c] = new Canvas(width, height, colors.background[c]);
      channels[c].add(lighting, colors.background[c] * UNEVENNESS);
    }
    var cells = cells(width, height, size, content);
    for (var cell : cells) {
      draw(cell, channels, colors, content);
    }
    for (int c = 0; c < channels.length; c++) {
      if (colors.background[c] > 0) {
        channels[c].detect(read, shot, grain, content);
      }
    }
    var picture = Canvas.toPicture(channels);
    return new Figure(picture, cells.stream().map(Micrograph::outline).toList());
  }

  private static List<Canvas.Spot> cells(
      int width, int height, double size, RandomGenerator random) {
    double radius = Math.sqrt((double) width * height) * size;
    int count = (int) (random.nextDouble(0.15, 0.6) * width * height / (9 * radius * radius));
    var cells = new ArrayList<Canvas.Spot>();
    for (int i = 0; i < count; i++) {
      cells.add(
          new Canvas.Spot(
              random.nextDouble(width),
              random.nextDouble(height),
              radius * random.nextDouble(0.7, 1.3),
              radius * random.nextDouble(0.7, 1.3),
              random.nextDouble(Math.PI)));
    }
    return cells;
  }

  private static void draw(
      Canvas.Spot cell, Canvas[] channels, Colors colors, RandomGenerator random) {
    double strength = random.nextDouble(0.5, 1);
    double size = random.nextDouble(0.4, 0.6);
    var nucleus =
        new Canvas.Spot(
            cell.x() + cell.radiusX() * random.nextDouble(-0.2, 0.2),
            cell.y() + cell.radiusY() * random.nextDouble(-0.2, 0.2),
            cell.radiusX() * size,
            cell.radiusY() * size,
            cell.angle());
    for (int c = 0; c < channels.length; c++) {
      channels[c].spot(cell, strength * colors.body[c], 3);
      channels[c].spot(nucleus, strength * colors.nucleus[c], 5);
    }
  }

  private static Shape outline(Canvas.Spot cell) {
    double reach = 1.25;
    var ellipse =
        new Ellipse2D.Double(
            -reach * cell.radiusX(),
            -reach * cell.radiusY(),
            2 * reach * cell.radiusX(),
            2 * reach * cell.radiusY());
    var place = AffineTransform.getTranslateInstance(cell.x(), cell.y());
    place.rotate(cell.angle());
    return place.createTransformedShape(ellipse);
  }

  /** Light in one, two or three channels; gray if the camera had no colors. */
  private static Colors fluorescent(RandomGenerator random) {
    double dark = random.nextDouble(2, 25);
    if (random.nextInt(3) == 0) {
      double body = random.nextDouble(40, 120);
      double nucleus = random.nextDouble(0, 110);
      return Colors.gray(dark, body, nucleus);
    }
    int bodyChannel = random.nextInt(RgbRaster.CHANNELS);
    int nucleusChannel = random.nextInt(4) == 0 ? bodyChannel : 2;
    var background = new double[RgbRaster.CHANNELS];
    var body = new double[RgbRaster.CHANNELS];
    var nucleus = new double[RgbRaster.CHANNELS];
    background[bodyChannel] = dark;
    background[nucleusChannel] = dark;
    body[bodyChannel] = random.nextDouble(60, 170);
    nucleus[nucleusChannel] = random.nextDouble(80, 220);
    return new Colors(background, body, nucleus);
  }

  /** Haematoxylin and eosin, or gray. */
  private static Colors stained(RandomGenerator random) {
    double level = random.nextDouble(180, 240);
    double depth = random.nextDouble(40, 90);
    return random.nextBoolean()
        ? Colors.gray(level, -depth, -depth)
        : new Colors(
            new double[] {level, 0.85 * level, 0.93 * level},
            new double[] {-0.15 * depth, -0.9 * depth, -0.5 * depth},
            new double[] {-1.3 * depth, -1.2 * depth, -0.5 * depth});
  }

  /** What background, cell bodies and nuclei add to the one channel, or to red, green and blue. */
  private record Colors(double[] background, double[] body, double[] nucleus) {

    static Colors gray(double background, double body, double nucleus) {
      return new Colors(new double[] {background}, new double[] {body}, new double[] {nucleus});
    }

    int channels() {
      return background.length;
    }
  }
}
