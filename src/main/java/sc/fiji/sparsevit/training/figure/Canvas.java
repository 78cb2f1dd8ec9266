/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;

/** One channel of light that something is drawn on, values about 0-255. */
final class Canvas {

  private static final int UNEVENNESS_NODES = 4;

  /** The exponential of minus this adds nothing to a gray level. */
  private static final double INVISIBLE = 60;

  private final FloatPlane plane;

  Canvas(int width, int height, double level) {
    plane = new FloatPlane(width, height);
    Arrays.fill(plane.values(), (float) level);
  }

  FloatPlane plane() {
    return plane;
  }

  /** Smooth unevenness of the lighting, between -1 and 1 or a little more. */
  static FloatPlane unevenness(int width, int height, RandomGenerator random) {
    var nodes = new FloatPlane(UNEVENNESS_NODES, UNEVENNESS_NODES);
    for (int i = 0; i < nodes.values().length; i++) {
      nodes.values()[i] = (float) (2 * random.nextDouble() - 1);
    }
    return Interpolation.BICUBIC.resize(nodes, width, height);
  }

  /** Adds a multiple of another plane of the same size. */
  void add(FloatPlane other, double amount) {
    for (int i = 0; i < other.values().length; i++) {
      plane.values()[i] += (float) (amount * other.values()[i]);
    }
  }

  /**
   * Adds a spot of light with an elliptic outline.
   *
   * @param amount in gray levels, negative to darken
   * @param steepness 2 for a Gaussian, more for flatter tops and steeper sides
   */
  void spot(Spot spot, double amount, double steepness) {
    double reach = 2.2 * Math.max(spot.radiusX(), spot.radiusY());
    double cos = Math.cos(spot.angle());
    double sin = Math.sin(spot.angle());
    // Much of the square around a narrow spot gets no light that its numbers could hold.
    double dark = Math.pow(INVISIBLE, 2 / steepness);
    int bottom = (int) Math.min(plane.height() - 1, spot.y() + reach);
    int right = (int) Math.min(plane.width() - 1, spot.x() + reach);
    for (int y = (int) Math.max(0, spot.y() - reach); y <= bottom; y++) {
      for (int x = (int) Math.max(0, spot.x() - reach); x <= right; x++) {
        double dx = x - spot.x();
        double dy = y - spot.y();
        double u = (cos * dx + sin * dy) / spot.radiusX();
        double v = (cos * dy - sin * dx) / spot.radiusY();
        double square = u * u + v * v;
        if (square < dark) {
          double distance = Math.pow(square, steepness / 2);
          plane.values()[y * plane.width() + x] += (float) (amount * Math.exp(-distance));
        }
      }
    }
  }

  /**
   * Adds what a detector does: noise that is the same everywhere and noise that grows with the
   * square root of the light, both perhaps coarser than a pixel.
   */
  void detect(double readNoise, double shotNoise, double grain, RandomGenerator random) {
    var noise = new FloatPlane(plane.width(), plane.height());
    for (int i = 0; i < noise.values().length; i++) {
      noise.values()[i] = (float) random.nextGaussian();
    }
    if (grain > 0) {
      noise = GaussianBlur.ofSigma(grain).apply(noise);
    }
    float gain = grain > 0 ? (float) (1 + 2.5 * grain) : 1;
    for (int i = 0; i < noise.values().length; i++) {
      double light = Math.max(0, plane.values()[i]);
      double sigma = Math.sqrt(readNoise * readNoise + shotNoise * shotNoise * light / 255);
      plane.values()[i] += (float) (gain * sigma * noise.values()[i]);
    }
  }

  /** What turning up the contrast does to all that was recorded, noise included. */
  void brighten(double gain) {
    for (int i = 0; i < plane.values().length; i++) {
      plane.values()[i] *= (float) gain;
    }
  }

  /** One canvas as a gray picture, three as red, green and blue. */
  static RgbRaster toPicture(Canvas... channels) {
    var first = channels[0].plane;
    var picture = new RgbRaster(first.width(), first.height());
    for (int c = 0; c < RgbRaster.CHANNELS; c++) {
      float[] light = channels[c % channels.length].plane.values();
      for (int i = 0; i < light.length; i++) {
        picture.samples()[c * light.length + i] = RgbRaster.round(light[i]);
      }
    }
    return picture;
  }

  /**
   * Where a spot is.
   *
   * @param angle of its first axis in radians
   */
  record Spot(double x, double y, double radiusX, double radiusY, double angle) {}
}
