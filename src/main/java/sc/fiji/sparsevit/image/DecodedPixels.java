/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Java's decoded pictures as ImageJ's pixels. Values are taken as stored: no color profile is
 * applied, no alpha is composited, no gray is gamma-corrected.
 */
final class DecodedPixels {

  private static final int FULL_INK = 255;

  private DecodedPixels() {}

  /**
   * One processor for gray and 8-bit color, three (red, green, blue) for deeper color. Palettes
   * become RGB.
   */
  static List<ImageProcessor> of(BufferedImage image) {
    var raster = image.getRaster();
    boolean bytes = raster.getTransferType() == DataBuffer.TYPE_BYTE;
    if (isStored(image, ColorSpace.TYPE_GRAY)) {
      return List.of(channel(raster, 0));
    }
    if (isStored(image, ColorSpace.TYPE_RGB)) {
      return bytes
          ? List.of(color(raster, DecodedPixels::rgb))
          : IntStream.range(0, 3).mapToObj(band -> channel(raster, band)).toList();
    }
    if (isStored(image, ColorSpace.TYPE_CMYK) && bytes) {
      return List.of(color(raster, DecodedPixels::inks));
    }
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    return List.of(new ColorProcessor(width, height, argb));
  }

  /** Whether the samples are the color's components, and no packed bits or palette entries. */
  private static boolean isStored(BufferedImage image, int space) {
    return image.getColorModel() instanceof ComponentColorModel model
        && model.getColorSpace().getType() == space;
  }

  private static ImageProcessor channel(Raster raster, int band) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    var pixels =
        switch (raster.getTransferType()) {
          case DataBuffer.TYPE_BYTE -> new ByteProcessor(width, height);
          case DataBuffer.TYPE_USHORT -> new ShortProcessor(width, height);
          default -> new FloatProcessor(width, height);
        };
    float[] row = new float[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, band, row);
      for (int x = 0; x < width; x++) {
        pixels.setf(x, y, row[x]);
      }
    }
    return pixels;
  }

  private static ImageProcessor color(Raster raster, Color color) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int bands = raster.getNumBands();
    int[] rgb = new int[width * height];
    int[] row = new int[width * bands];
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        rgb[y * width + x] = color.of(row, x * bands);
      }
    }
    return new ColorProcessor(width, height, rgb);
  }

  private static int rgb(int[] samples, int at) {
    return rgb(samples[at], samples[at + 1], samples[at + 2]);
  }

  /** Printing inks without a profile, as the field's loaders turn them into light. */
  private static int inks(int[] samples, int at) {
    int light = FULL_INK - samples[at + 3];
    return rgb(
        multiply(FULL_INK - samples[at], light),
        multiply(FULL_INK - samples[at + 1], light),
        multiply(FULL_INK - samples[at + 2], light));
  }

  private static int multiply(int a, int b) {
    return (a * b + FULL_INK / 2) / FULL_INK;
  }

  private static int rgb(int red, int green, int blue) {
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  private interface Color {
    int of(int[] samples, int at);
  }
}
