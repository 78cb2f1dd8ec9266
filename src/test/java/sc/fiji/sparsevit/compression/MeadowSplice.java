/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.awt.Rectangle;
import java.util.Arrays;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.ProgressListener;

/** A photograph into which a part of another one is pasted, and what the traces say of it. */
final class MeadowSplice {
  static final Rectangle PASTED = new Rectangle(205, 99, 150, 123);

  /** Without the traces of its own compression. */
  private final ColorProcessor meadow = smaller(picture("untouched-meadow.jpg"));

  private final ColorProcessor donor = smaller(picture("splice-helmet-jpeg.jpg"));

  ColorProcessor meadow() {
    return meadow;
  }

  ColorProcessor withPart(ColorProcessor host) {
    var forged = (ColorProcessor) host.duplicate();
    donor.setRoi(61, 36, PASTED.width, PASTED.height);
    forged.insert(donor.crop(), PASTED.x, PASTED.y);
    donor.resetRoi();
    return forged;
  }

  static float[] map(ColorProcessor picture, float probability) {
    var map = new float[picture.getPixelCount()];
    Arrays.fill(map, probability);
    traces(picture).applyTo(map, picture.getWidth());
    return map;
  }

  static double mean(float[] map, boolean inside, ColorProcessor picture) {
    double sum = 0;
    int number = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (PASTED.contains(x, y) == inside) {
          sum += map[y * picture.getWidth() + x];
          number++;
        }
      }
    }
    return sum / number;
  }

  static int count(float[] map, float above) {
    int count = 0;
    for (float value : map) {
      count += value > above ? 1 : 0;
    }
    return count;
  }

  /** Intersection over union of what is probably forged with what was pasted. */
  static double overlap(float[] map, ColorProcessor picture) {
    int both = 0;
    int area = 0;
    for (int i = 0; i < map.length; i++) {
      boolean found = map[i] > 0.5f;
      boolean inside = PASTED.contains(i % picture.getWidth(), i / picture.getWidth());
      area += found ? 1 : 0;
      both += found && inside ? 1 : 0;
    }
    return (double) both / (area + PASTED.width * PASTED.height - both);
  }

  /** Intersection over union with what was pasted. */
  static double overlap(MisfitPart part) {
    int both = 0;
    int area = 0;
    for (int y = 0; y < part.mask().getHeight(); y++) {
      for (int x = 0; x < part.mask().getWidth(); x++) {
        if (part.mask().get(x, y) != 0) {
          area++;
          both += PASTED.contains(part.x() + x, part.y() + y) ? 1 : 0;
        }
      }
    }
    return (double) both / (area + PASTED.width * PASTED.height - both);
  }

  static CompressionTraces traces(ColorProcessor picture) {
    return CompressionTraces.of(seen(picture), ProgressListener.NONE);
  }

  static RgbImage seen(ColorProcessor picture) {
    return RgbViews.of(new ImagePlus("", picture), new StackPosition(1, 1, 1));
  }

  private static ColorProcessor picture(String name) {
    return (ColorProcessor) IJ.openImage("sample-images/" + name).getProcessor().convertToRGB();
  }

  private static ColorProcessor smaller(ColorProcessor picture) {
    picture.setInterpolationMethod(ColorProcessor.BICUBIC);
    return (ColorProcessor) picture.resize(picture.getWidth() * 3 / 4, picture.getHeight() * 3 / 4);
  }
}
