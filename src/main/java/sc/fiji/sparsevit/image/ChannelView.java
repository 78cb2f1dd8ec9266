/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.function.IntToDoubleFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.sparsevit.image.RgbMapping.PixelKind;

/**
 * One channel in colour: a value's place in the lookup table's range gives one of 256 levels, and
 * the level its colour. Levels are rounded as ImageJ rounds them for each kind of pixels, so that
 * the network sees what the screen shows.
 *
 * @param colours lazy view over ImageJ's own pixel array
 * @param notANumber how many of the values are NaN
 * @param blank whether not one of the values is a finite number
 */
record ChannelView(
    RandomAccessibleInterval<ARGBType> colours,
    PixelKind kind,
    ChannelMapping mapping,
    long notANumber,
    boolean blank) {

  private static final int BLACK = 0xff000000;

  /**
   * Looks at 8-, 16- or 32-bit pixels.
   *
   * @param channel the channel's number, from 1
   * @param lut the colours and the range of values that they span; where a range is not finite, as
   *     ImageJ's is around infinite pixels, that of the finite values is taken
   */
  static ChannelView of(ImageProcessor pixels, int channel, LUT lut) {
    int[] palette = palette(lut);
    var range = new ValueRange(lut.min, lut.max);
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    if (pixels.getPixels() instanceof byte[] values) {
      double scale = 256 / range.width();
      int[] colours = table(256, palette, value -> (value - range.minimum()) * scale);
      return new ChannelView(
          Converters.convert(
              ArrayImgs.unsignedBytes(values, width, height),
              (UnsignedByteType value, ARGBType colour) -> colour.set(colours[value.get()]),
              new ARGBType()),
          PixelKind.BITS_8,
          ChannelMapping.of(channel, palette, range),
          0,
          false);
    }
    if (pixels.getPixels() instanceof short[] values) {
      double scale = 256 / (range.width() + 1);
      int[] colours = table(65536, palette, value -> (value - range.minimum()) * scale + 0.5);
      return new ChannelView(
          Converters.convert(
              ArrayImgs.unsignedShorts(values, width, height),
              (UnsignedShortType value, ARGBType colour) -> colour.set(colours[value.get()]),
              new ARGBType()),
          PixelKind.BITS_16,
          ChannelMapping.of(channel, palette, range),
          0,
          false);
    }
    if (pixels.getPixels() instanceof float[] values) {
      var finite = ValueRange.of(values);
      var shown = range.isFinite() || finite.isEmpty() ? range : finite;
      double scale = 255 / shown.width();
      return new ChannelView(
          Converters.convert(
              ArrayImgs.floats(values, width, height),
              (FloatType value, ARGBType colour) -> {
                float v = value.get();
                colour.set(
                    Float.isNaN(v) ? BLACK : palette[level((v - shown.minimum()) * scale + 0.5)]);
              },
              new ARGBType()),
          PixelKind.BITS_32,
          ChannelMapping.of(channel, palette, shown),
          countNaN(values),
          finite.isEmpty());
    }
    throw new IllegalArgumentException(
        "integer pixels of 32 bits cannot be shown as colours; convert the image to 32-bit");
  }

  private static int[] table(int size, int[] palette, IntToDoubleFunction levelOf) {
    int[] table = new int[size];
    for (int value = 0; value < size; value++) {
      table[value] = palette[level(levelOf.applyAsDouble(value))];
    }
    return table;
  }

  /** The level for a position in the range; NaN, a constant image's position, gives the first. */
  private static int level(double position) {
    return Math.max(0, Math.min(255, (int) position));
  }

  private static int[] palette(LUT lut) {
    int[] palette = new int[256];
    lut.getRGBs(palette);
    for (int level = 0; level < palette.length; level++) {
      palette[level] |= BLACK; // palettes of files may have transparent entries
    }
    return palette;
  }

  private static long countNaN(float[] values) {
    long count = 0;
    for (float value : values) {
      if (Float.isNaN(value)) {
        count++;
      }
    }
    return count;
  }
}
