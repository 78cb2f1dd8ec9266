/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.Optional;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * Looks at gray pictures with an even, bright ground, such as blots, with the contrast of that
 * ground stretched, as a person turns up the contrast. What was erased from them leaves traces that
 * are only a few gray levels deep, which the network does not see otherwise. Training shows it such
 * pictures, too.
 *
 * @param image the picture with its ground stretched, of the same size
 */
public record StretchedGround(RgbImage image) {

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
  private static final double BAR = .8;

  private static final double BAR_ODDS = BAR / (1 - BAR);

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
    int lowest = Math.max(0, level - REACH);
    return Optional.of(new StretchedGround(stretched(image, lowest, Math.min(255, level + REACH))));
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

  private static RgbImage stretched(RgbImage image, int lowest, int highest) {
    var pixels =
        Converters.convert(
            image.pixels(),
            (from, to) -> {
              int green = Math.max(lowest, Math.min(highest, ARGBType.green(from.get())));
              int gray = Math.round((green - lowest) * 255f / (highest - lowest));
              to.set(ARGBType.rgba(gray, gray, gray, 255));
            },
            new ARGBType());
    return new RgbImage(pixels, image.mapping());
  }

  /**
   * Raises a map to what this look shows where that is more.
   *
   * @param map of the picture as it is, changed
   * @param shown what the network shows in {@link #image()}
   */
  static void raise(float[] map, float[] shown) {
    for (int i = 0; i < map.length; i++) {
      double probability = shown[i];
      double weighed = probability / (probability + (1 - probability) * BAR_ODDS);
      map[i] = (float) Math.max(map[i], weighed);
    }
  }
}
