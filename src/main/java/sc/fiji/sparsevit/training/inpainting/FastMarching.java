/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.inpainting;

import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * Fills a hole from its border inwards, pixel by pixel in the order of their distance, each from
 * the known pixels within a radius (Telea, Journal of Graphics Tools 2004).
 *
 * @param radius of the neighborhood in pixels
 * @param rule how the neighbors are weighted
 */
public record FastMarching(int radius, Rule rule) implements Inpainter {

  /** How much a known neighbor says about a pixel. */
  public enum Rule {
    /** By direction, distance and level; continues gradients. */
    TELEA,
    /** Along lines of equal brightness, as the Navier-Stokes analogy has it. */
    NAVIER_STOKES
  }

  private static final double STEEPEST = 1;

  @Override
  public RgbRaster fill(RgbRaster picture, boolean[] hole) {
    var filled = picture.copy();
    var front = new FillFront(picture.width(), picture.height(), hole);
    for (int pixel = front.next(); pixel >= 0; pixel = front.next()) {
      if (front.isHole(pixel)) {
        new KnownNeighbors(filled, front, pixel, radius, rule).fill();
      }
      front.advance(pixel);
    }
    return filled;
  }

  /** The pixel to fill and the known ones around it. */
  private record KnownNeighbors(
      RgbRaster picture, FillFront front, int pixel, int radius, Rule rule) {

    void fill() {
      int x = pixel % front.width;
      int y = pixel / front.width;
      float normalX = slope(front.distance, x, y, 1, 0);
      float normalY = slope(front.distance, x, y, 0, 1);
      var levels = new double[RgbRaster.CHANNELS];
      var steps = new double[RgbRaster.CHANNELS];
      double weights = 0;
      for (int ny = y - radius; ny <= y + radius; ny++) {
        for (int nx = x - radius; nx <= x + radius; nx++) {
          float dx = x - nx;
          float dy = y - ny;
          float squared = dx * dx + dy * dy;
          if (squared == 0 || squared > radius * radius || !front.isKnown(nx, ny)) {
            continue;
          }
          double weight =
              rule == Rule.TELEA
                  ? teleaWeight(nx, ny, dx, dy, normalX, normalY)
                  : isophoteWeight(nx, ny, dx, dy);
          weights += weight;
          for (int c = 0; c < RgbRaster.CHANNELS; c++) {
            levels[c] += weight * picture.at(c, nx, ny);
            if (rule == Rule.TELEA) {
              steps[c] +=
                  weight * (gradient(c, nx, ny, 1, 0) * dx + gradient(c, nx, ny, 0, 1) * dy);
            }
          }
        }
      }
      for (int c = 0; c < RgbRaster.CHANNELS; c++) {
        picture.samples()[c * picture.pixels() + pixel] =
            RgbRaster.round((float) (levels[c] / weights + limited(steps[c] / weights)));
      }
    }

    /** A gradient continued without limit runs away across a large hole. */
    private static double limited(double step) {
      return Math.max(-STEEPEST, Math.min(STEEPEST, step));
    }

    private double teleaWeight(int nx, int ny, float dx, float dy, float normalX, float normalY) {
      double length = Math.sqrt(dx * dx + dy * dy);
      double direction = Math.abs(dx * normalX + dy * normalY) / length;
      double level =
          1 / (1 + Math.abs(front.distance[ny * front.width + nx] - front.distance[pixel]));
      return Math.max(direction, 1e-3) * level / (length * length);
    }

    private double isophoteWeight(int nx, int ny, float dx, float dy) {
      double gx = 0;
      double gy = 0;
      for (int c = 0; c < RgbRaster.CHANNELS; c++) {
        gx += gradient(c, nx, ny, 1, 0);
        gy += gradient(c, nx, ny, 0, 1);
      }
      double steepness = Math.hypot(gx, gy);
      double squared = dx * dx + dy * dy;
      double along =
          steepness < 1e-6 ? 1 : Math.abs(-gy * dx + gx * dy) / (steepness * Math.sqrt(squared));
      return Math.max(along, 1e-3) / squared;
    }

    /** Central difference of the picture from known pixels, one-sided or 0 where they lack. */
    private float gradient(int c, int x, int y, int stepX, int stepY) {
      boolean before = front.isKnown(x - stepX, y - stepY);
      boolean after = front.isKnown(x + stepX, y + stepY);
      if (before && after) {
        return (picture.at(c, x + stepX, y + stepY) - picture.at(c, x - stepX, y - stepY)) / 2f;
      }
      return after
          ? picture.at(c, x + stepX, y + stepY) - picture.at(c, x, y)
          : before ? picture.at(c, x, y) - picture.at(c, x - stepX, y - stepY) : 0;
    }

    private float slope(float[] values, int x, int y, int stepX, int stepY) {
      boolean before = front.isKnown(x - stepX, y - stepY);
      boolean after = front.isKnown(x + stepX, y + stepY);
      float here = values[pixel];
      float next = after ? values[(y + stepY) * front.width + x + stepX] : here;
      float previous = before ? values[(y - stepY) * front.width + x - stepX] : here;
      return before && after ? (next - previous) / 2 : next - previous;
    }
  }
}
