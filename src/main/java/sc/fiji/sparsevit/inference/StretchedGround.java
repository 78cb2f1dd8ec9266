/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.Locale;
import java.util.Optional;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * The even, bright ground of a gray picture, such as a blot, whose contrast can be stretched, as a
 * person turns up the contrast. What was erased from such pictures leaves traces that are only a
 * few gray levels deep, which the network does not see otherwise. Training shows it such pictures,
 * too.
 *
 * @param level its gray, 0 to 255
 */
public record StretchedGround(int level) {

  /**
   * Of the ground, at least. On dark ones, faint cells become visible, too, and are taken for
   * traces: 44 % of 48 untouched micrographs had some.
   */
  private static final int DARKEST = 128;

  /** So many gray levels on both sides of the ground become the full range. */
  private static final int REACH = 30;

  /** Median deviation of all pixels from the ground's level: noisier ones would be cut off. */
  private static final int LARGEST_DEVIATION = 4;

  /** Channels differ by rounding and compression in pictures that are gray all the same. */
  private static final int LARGEST_TINT = 3;

  /**
   * The probability that becomes .5. Stretching makes false alarms more likely, too: at .5, 22 % of
   * 23 untouched blots had more than 1 % flagged, at .75 4 %, at .8 none.
   */
  static final Bar BAR = new Bar(.8);

  /** Empty if the picture is not gray, or its ground not bright and even. */
  static Optional<StretchedGround> of(RgbImage image) {
    return of(image, DARKEST);
  }

  /** Also of dark grounds, for training. */
  public static Optional<StretchedGround> ofAny(RgbImage image) {
    return of(image, 0);
  }

  private static Optional<StretchedGround> of(RgbImage image, int darkest) {
    var histogram = histogram(image);
    if (histogram == null) {
      return Optional.empty();
    }
    long all = (long) image.width() * image.height();
    int level = quantile(histogram, all / 2);
    if (level < darkest) {
      return Optional.empty();
    }
    var deviations = new long[256];
    for (int value = 0; value < 256; value++) {
      deviations[Math.abs(value - level)] += histogram[value];
    }
    if (quantile(deviations, all / 2) > LARGEST_DEVIATION) {
      return Optional.empty();
    }
    return Optional.of(new StretchedGround(level));
  }

  /** The gray level that is shown as black, as all below it are. */
  public int black() {
    return Math.max(0, level - REACH);
  }

  /** The gray level that is shown as white, as all above it are. */
  public int white() {
    return Math.min(255, level + REACH);
  }

  /** {@code gray levels 221 to 255 shown from black to white}: for a person to do the same. */
  public String words() {
    return String.format(
        Locale.ROOT, "gray levels %d to %d shown from black to white", black(), white());
  }

  /** A gray color as it is with the ground stretched. */
  public int stretched(int color) {
    int level = Math.max(black(), Math.min(white(), ARGBType.green(color)));
    int gray = Math.round((level - black()) * 255f / (white() - black()));
    return ARGBType.rgba(gray, gray, gray, 255);
  }

  /** The picture with its ground stretched, of the same size. */
  public RgbImage stretched(RgbImage image) {
    var pixels =
        Converters.convert(
            image.pixels(), (from, to) -> to.set(stretched(from.get())), new ARGBType());
    return new RgbImage(pixels, image.mapping());
  }

  /** Null if the picture is in color. */
  private static long[] histogram(RgbImage image) {
    var histogram = new long[256];
    for (var pixel : Views.iterable(image.pixels())) {
      int color = pixel.get();
      int red = ARGBType.red(color);
      int green = ARGBType.green(color);
      int blue = ARGBType.blue(color);
      int tint = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
      if (tint > LARGEST_TINT) {
        return null;
      }
      histogram[green]++;
    }
    return histogram;
  }

  private static int quantile(long[] histogram, long rank) {
    int value = 0;
    for (long below = histogram[0]; below <= rank && value < 255; below += histogram[value]) {
      value++;
    }
    return value;
  }
}
