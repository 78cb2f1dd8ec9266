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
 * One channel in color: a value's place in the lookup table's range gives one of 256 levels, and
 * the level its color. Levels are rounded as ImageJ rounds them for each kind of pixels, so that
 * the network sees what the screen shows.
 *
 * @param colors lazy view over ImageJ's own pixel array
 * @param notANumber how many of the values are NaN
 * @param blank whether not one of the values is a finite number
 */
record ChannelView(
    RandomAccessibleInterval<ARGBType> colors,
    PixelKind kind,
    ChannelMapping mapping,
    long notANumber,
    boolean blank) {

  private static final int BLACK = 0xff000000;

  /**
   * Looks at 8-, 16- or 32-bit pixels.
   *
   * @param channel the channel's number, from 1
   * @param lut the colors and the range of values that they span; where a range is not finite, as
   *     ImageJ's is around infinite pixels, that of the finite values is taken
   */
  static ChannelView of(ImageProcessor pixels, int channel, LUT lut) {
    var displayed = new ValueRange(lut.min, lut.max);
    if (isGray(pixels) && displayed.isFinite() && displayed.saturates(pixels)) {
      var own = ValueRange.of(pixels);
      return inRange(pixels, channel, new LUT(lut, own.minimum(), own.maximum())).withOwnRange();
    }
    return inRange(pixels, channel, lut);
  }

  private static boolean isGray(ImageProcessor pixels) {
    return !(pixels.getPixels() instanceof int[]);
  }

  private ChannelView withOwnRange() {
    return new ChannelView(colors, kind, mapping.withOwnRange(), notANumber, blank);
  }

  private static ChannelView inRange(ImageProcessor pixels, int channel, LUT lut) {
    long[] size = {pixels.getWidth(), pixels.getHeight()};
    if (pixels.getPixels() instanceof byte[] values) {
      return of(values, size, channel, lut);
    }
    if (pixels.getPixels() instanceof short[] values) {
      return of(values, size, channel, lut);
    }
    if (pixels.getPixels() instanceof float[] values) {
      return of(values, size, channel, lut);
    }
    throw new IllegalArgumentException(
        "32-bit integer pixels cannot be shown as colors; convert the image to 32-bit float");
  }

  private static ChannelView of(byte[] values, long[] size, int channel, LUT lut) {
    int[] palette = palette(lut);
    double scale = 256 / (lut.max - lut.min);
    int[] table = table(256, palette, value -> (value - lut.min) * scale);
    var colors =
        Converters.convert(
            (RandomAccessibleInterval<UnsignedByteType>) ArrayImgs.unsignedBytes(values, size),
            (value, color) -> color.set(table[value.get()]),
            new ARGBType());
    var mapping = ChannelMapping.of(channel, palette, new ValueRange(lut.min, lut.max));
    return new ChannelView(colors, PixelKind.BITS_8, mapping, 0, false);
  }

  private static ChannelView of(short[] values, long[] size, int channel, LUT lut) {
    int[] palette = palette(lut);
    double scale = 256 / (lut.max - lut.min + 1);
    int[] table = table(65536, palette, value -> (value - lut.min) * scale + 0.5);
    var colors =
        Converters.convert(
            (RandomAccessibleInterval<UnsignedShortType>) ArrayImgs.unsignedShorts(values, size),
            (value, color) -> color.set(table[value.get()]),
            new ARGBType());
    var mapping = ChannelMapping.of(channel, palette, new ValueRange(lut.min, lut.max));
    return new ChannelView(colors, PixelKind.BITS_16, mapping, 0, false);
  }

  private static ChannelView of(float[] values, long[] size, int channel, LUT lut) {
    int[] palette = palette(lut);
    var displayed = new ValueRange(lut.min, lut.max);
    var finite = ValueRange.of(values);
    var range = displayed.isFinite() || finite.isEmpty() ? displayed : finite;
    double scale = 255 / (range.maximum() - range.minimum());
    var colors =
        Converters.convert(
            (RandomAccessibleInterval<FloatType>) ArrayImgs.floats(values, size),
            (value, color) -> {
              double above = value.get() - range.minimum();
              color.set(Double.isNaN(above) ? BLACK : palette[level(above * scale + 0.5)]);
            },
            new ARGBType());
    var mapping = ChannelMapping.of(channel, palette, range);
    return new ChannelView(colors, PixelKind.BITS_32, mapping, countNaN(values), finite.isEmpty());
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
