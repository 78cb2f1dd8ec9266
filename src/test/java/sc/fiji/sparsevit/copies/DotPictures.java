/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.Random;

/** Pictures made for tests: what occurs once, and what was copied. */
final class DotPictures {

  private DotPictures() {}

  /** Dots of many sizes, each once, with a camera's noise. */
  static Luminance dots(int width, int height, long seed) {
    var random = new Random(seed);
    var light = new float[width * height];
    java.util.Arrays.fill(light, 120);
    int dots = width * height / 90;
    for (int i = 0; i < dots; i++) {
      double x = random.nextDouble() * width;
      double y = random.nextDouble() * height;
      double sigma = 1 + 3 * random.nextDouble() * random.nextDouble();
      double stretch = 1 + random.nextDouble();
      double turn = Math.PI * random.nextDouble();
      double strength = 45 * random.nextGaussian();
      int reach = (int) (4 * sigma * stretch);
      for (int py = (int) y - reach; py <= y + reach; py++) {
        for (int px = (int) x - reach; px <= x + reach; px++) {
          if (px >= 0 && py >= 0 && px < width && py < height) {
            double u = (px - x) * Math.cos(turn) + (py - y) * Math.sin(turn);
            double v = (py - y) * Math.cos(turn) - (px - x) * Math.sin(turn);
            double square = u * u / (stretch * stretch) + v * v;
            light[py * width + px] += (float) (strength * Math.exp(-square / (2 * sigma * sigma)));
          }
        }
      }
    }
    var levels = new byte[light.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level(light[i] + 2 * random.nextGaussian());
    }
    return new Luminance(width, height, levels);
  }

  /** A sky: its light changes slowly, and a camera's noise is all that is in it. */
  static Luminance grain(int width, int height, long seed) {
    var random = new Random(seed);
    var noise = new float[width * height];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (3.5 * random.nextGaussian());
    }
    noise = Blur.of(noise, width, height, 0.6);
    var levels = new byte[noise.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level(noise[i] + 110 + 40.0 * (i % width) / width + 20.0 * i / noise.length);
    }
    return new Luminance(width, height, levels);
  }

  /** With the disk around (x, y) drawn once more where a transformation takes it. */
  static Luminance copied(Luminance picture, double x, double y, double radius, Similarity to) {
    byte[] levels = picture.levels().clone();
    var back = to.inverse();
    int samples = (int) Math.max(1, Math.round(1 / to.scale()));
    for (int py = 0; py < picture.height(); py++) {
      for (int px = 0; px < picture.width(); px++) {
        if (Math.hypot(back.x(px, py) - x, back.y(px, py) - y) > radius) {
          continue;
        }
        double sum = 0;
        for (int i = 0; i < samples * samples; i++) {
          double sx = px + (i % samples + 0.5) / samples - 0.5;
          double sy = py + (i / samples + 0.5) / samples - 0.5;
          sum += picture.at(back.x(sx, sy), back.y(sx, sy));
        }
        levels[py * picture.width() + px] = level(sum / (samples * samples));
      }
    }
    return new Luminance(picture.width(), picture.height(), levels);
  }

  /** Degrees clockwise after mirroring left and right. */
  static Similarity taking(
      double x, double y, double u, double v, double degrees, boolean mirrored, double scale) {
    double sign = mirrored ? -1 : 1;
    double a = sign * scale * Math.cos(Math.toRadians(degrees));
    double b = sign * scale * Math.sin(Math.toRadians(degrees));
    return Similarity.at(a, b, mirrored, x, y, u, v);
  }

  private static byte level(double value) {
    return (byte) (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
