/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.RgbRaster;

/** Weaves, tiles and gratings: whatever repeats itself without anybody having copied it. */
final class Texture implements FigureArtist {

  private static final int WAVES = 3;
  private static final double UNEVENNESS = 20;

  @Override
  public Figure draw(int width, int height, RandomGenerator look, RandomGenerator content) {
    double period = look.nextDouble(6, 40);
    double hardness = look.nextDouble(0.3, 4);
    double noise = look.nextDouble(0.5, 4);
    boolean grating = look.nextInt(3) == 0;
    var dark = look.doubles(RgbRaster.CHANNELS, 20, 130).toArray();
    var bright = look.doubles(RgbRaster.CHANNELS, 110, 240).toArray();
    double angle = content.nextDouble(Math.PI);
    double[] phases = content.doubles(WAVES, 0, 2 * Math.PI).toArray();
    // A slight perspective, so that no two repeats fall on the same fraction of a pixel.
    double perspective = content.nextDouble(-0.5, 0.5) / width;
    var light = new double[width * height];
    for (int i = 0; i < light.length; i++) {
      double scale = 2 * Math.PI / period * (1 + perspective * (i % width));
      double x = i % width * scale;
      double y = (double) (i / width) * scale;
      double u = Math.cos(angle) * x + Math.sin(angle) * y;
      double v = Math.cos(angle) * y - Math.sin(angle) * x;
      double wave =
          grating
              ? Math.sin(u + phases[0])
              : Math.sin(u + phases[0]) * Math.sin(v + phases[1])
                  + 0.4 * Math.sin(2 * u + phases[2]);
      light[i] = 0.5 + 0.5 * Math.tanh(hardness * wave);
    }
    var lighting = Canvas.unevenness(width, height, content);
    var channels = new Canvas[RgbRaster.CHANNELS];
    for (int c = 0; c < channels.length; c++) {
      channels[c] = new Canvas(width, height, 0);
      for (int i = 0; i < light.length; i++) {
        channels[c].plane().values()[i] = (float) (dark[c] + (bright[c] - dark[c]) * light[i]);
      }
      channels[c].add(lighting, UNEVENNESS);
      channels[c].detect(noise, noise, 0, content);
    }
    return new Figure(Canvas.toPicture(channels), List.of());
  }
}
