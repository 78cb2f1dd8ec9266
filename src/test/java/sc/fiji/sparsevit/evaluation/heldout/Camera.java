/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.util.Arrays;

/**
 * Takes a photograph of a drawn or printed scene, which is about twice as large: every photograph
 * has its own noise, and light, and, if the camera is held by hand, its own point of view.
 */
record Camera(
    double zoom,
    double radians,
    double shiftX,
    double shiftY,
    double tiltX,
    double tiltY,
    double gain,
    double slopeX,
    double slopeY,
    double noise) {
  private static final int REDUCTION = 2;
  private static final int SAMPLES = 3;

  /** On a stand: the center of the scene stays the center. */
  static Camera standing(Chance chance) {
    return new Camera(
        1,
        0,
        0,
        0,
        0,
        0,
        chance.between(0.92, 1.05),
        chance.between(-0.08, 0.08),
        chance.between(-0.08, 0.08),
        chance.between(1.5, 4.0));
  }

  static Camera held(Chance chance) {
    return new Camera(
        chance.between(0.97, 1.03),
        chance.between(-0.025, 0.025),
        chance.between(-4.0, 4.0),
        chance.between(-4.0, 4.0),
        chance.between(-0.03, 0.03),
        chance.between(-0.03, 0.03),
        chance.between(0.88, 1.1),
        chance.between(-0.12, 0.12),
        chance.between(-0.12, 0.12),
        chance.between(2.0, 4.5));
  }

  ColorProcessor photograph(ColorProcessor scene, int width, int height, Chance chance) {
    var photo = new ColorProcessor(width, height);
    var light = new double[3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        collect(scene, x - width / 2.0, y - height / 2.0, width, light);
        double bright =
            gain * (1 + slopeX * (2.0 * x / width - 1) + slopeY * (2.0 * y / height - 1));
        double gray = noise * chance.normal();
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          double signal = bright * light[c];
          double value = signal + (gray + 0.5 * noise * chance.normal()) * (0.6 + signal / 320);
          rgb = rgb << 8 | (int) Math.max(0, Math.min(255, Math.round(value)));
        }
        photo.set(x, y, rgb);
      }
    }
    return photo;
  }

  /** The mean over what one pixel sees. */
  private void collect(ColorProcessor scene, double left, double top, int width, double[] light) {
    Arrays.fill(light, 0);
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
      double x = left + (i % SAMPLES + 0.5) / SAMPLES;
      double y = top + (i / SAMPLES + 0.5) / SAMPLES;
      double depth = zoom * (1 + (tiltX * x + tiltY * y) / width);
      double u = REDUCTION * (x * cos - y * sin) / depth + shiftX;
      double v = REDUCTION * (x * sin + y * cos) / depth + shiftY;
      add(scene, u + scene.getWidth() / 2.0 - 0.5, v + scene.getHeight() / 2.0 - 0.5, light);
    }
    for (int c = 0; c < 3; c++) {
      light[c] /= SAMPLES * SAMPLES;
    }
  }

  /** Bilinear; the edge goes on outside. */
  private static void add(ColorProcessor scene, double x, double y, double[] light) {
    double inX = Math.max(0, Math.min(scene.getWidth() - 1.001, x));
    double inY = Math.max(0, Math.min(scene.getHeight() - 1.001, y));
    int left = (int) inX;
    int top = (int) inY;
    for (int i = 0; i < 4; i++) {
      double shareX = i % 2 == 0 ? 1 - (inX - left) : inX - left;
      double shareY = i / 2 == 0 ? 1 - (inY - top) : inY - top;
      int rgb = scene.get(left + i % 2, top + i / 2);
      for (int c = 0; c < 3; c++) {
        light[c] += shareX * shareY * (rgb >> 16 - 8 * c & 255);
      }
    }
  }
}
