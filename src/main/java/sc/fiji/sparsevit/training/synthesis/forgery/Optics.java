/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.GaussianNoise;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.options.Range;

/** What lenses and light do that looks like a paste: sharp before soft, bright in the dark. */
public final class Optics {

  private static final Range DEFOCUS = new Range(1.2, 5);
  private static final Range EDGE = new Range(0.6, 1.8);
  private static final Range GRAIN = new Range(0.5, 2.5);
  private static final Range NIGHT_GAMMA = new Range(1.8, 3.5);
  private static final Range LIGHT = new Range(3, 26);
  private static final int MOST_LIGHTS = 7;

  private Optics() {}

  /**
   * An object in focus in front of a background that is not. What is behind the object's edge does
   * not shine into the blur around it; the grain of the sensor is the same everywhere.
   */
  public static RgbRaster focused(RgbRaster picture, Cutout object, RandomGenerator random) {
    var sharp = new FloatPlane(picture.width(), picture.height());
    var bounds = object.bounds();
    for (int y = Math.max(0, bounds.y);
        y < Math.min(sharp.height(), bounds.y + bounds.height);
        y++) {
      for (int x = Math.max(0, bounds.x);
          x < Math.min(sharp.width(), bounds.x + bounds.width);
          x++) {
        sharp.values()[y * sharp.width() + x] = object.opacity().at(x - bounds.x, y - bounds.y);
      }
    }
    sharp = GaussianBlur.ofSigma(EDGE.draw(random)).apply(sharp);
    var behind = new float[sharp.values().length];
    for (int i = 0; i < behind.length; i++) {
      behind[i] = 1.02f - sharp.values()[i];
    }
    var blur = GaussianBlur.ofSigma(DEFOCUS.draw(random));
    var weights = blur.apply(new FloatPlane(sharp.width(), sharp.height(), behind)).values();
    float[] focus = sharp.values();
    var result =
        picture.map(
            (FloatPlane plane) -> {
              var back = new FloatPlane(plane.width(), plane.height());
              for (int i = 0; i < behind.length; i++) {
                back.values()[i] = behind[i] * plane.values()[i];
              }
              var soft = blur.apply(back).values();
              for (int i = 0; i < behind.length; i++) {
                float below = soft[i] / weights[i];
                back.values()[i] = below + focus[i] * (plane.values()[i] - below);
              }
              return back;
            });
    return new GaussianNoise(GRAIN.draw(random), random.nextBoolean()).apply(result, random);
  }

  /** The same place at night, with some lights in it. */
  public static RgbRaster night(RgbRaster picture, RandomGenerator random) {
    double gamma = NIGHT_GAMMA.draw(random);
    int pixels = picture.pixels();
    var light = new float[RgbRaster.CHANNELS * pixels];
    for (int i = 0; i < light.length; i++) {
      light[i] = (float) (200 * Math.pow((picture.samples()[i] & 255) / 255.0, gamma));
    }
    for (int k = random.nextInt(1, MOST_LIGHTS); k > 0; k--) {
      shine(light, picture.width(), picture.height(), random);
    }
    var dark = new RgbRaster(picture.width(), picture.height());
    for (int i = 0; i < light.length; i++) {
      dark.samples()[i] = RgbRaster.round(light[i]);
    }
    return new GaussianNoise(GRAIN.draw(random), random.nextBoolean()).apply(dark, random);
  }

  private static void shine(float[] light, int width, int height, RandomGenerator random) {
    double centerX = random.nextDouble(width);
    double centerY = random.nextDouble(height);
    double radius = LIGHT.drawFactor(random);
    double steepness = random.nextDouble(1, 5);
    double level = random.nextDouble(140, 420);
    double[] color = random.doubles(RgbRaster.CHANNELS, 0.6 * level, level).toArray();
    double reach = 3 * radius;
    for (int y = (int) Math.max(0, centerY - reach); y < Math.min(height, centerY + reach); y++) {
      for (int x = (int) Math.max(0, centerX - reach); x < Math.min(width, centerX + reach); x++) {
        double distance = Math.hypot(x - centerX, y - centerY) / radius;
        double brightness = Math.exp(-Math.pow(distance, steepness));
        for (int c = 0; c < color.length; c++) {
          light[(c * height + y) * width + x] += (float) (brightness * color[c]);
        }
      }
    }
  }
}
