/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.ImagePlus;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.ARGBType;

/** How ImageJ merges the colors of several channels: its "CompositeProjection" property. */
public enum ChannelBlend {
  /** The sum, at most 255. */
  SUM("sum") {
    @Override
    int blend(int a, int b) {
      return Math.min(a + b, 255);
    }
  },
  /** The brighter of both. */
  MAXIMUM("maximum") {
    @Override
    int blend(int a, int b) {
      return Math.max(a, b);
    }
  },
  /** The darker of both. */
  MINIMUM("minimum") {
    @Override
    int blend(int a, int b) {
      return Math.min(a, b);
    }
  },
  /** The sum of what is taken away from white: for channels with inverted lookup tables. */
  INVERTED_SUM("inverted sum") {
    @Override
    int blend(int a, int b) {
      return Math.max(a + b - 255, 0);
    }
  };

  private final String words;

  ChannelBlend(String words) {
    this.words = words;
  }

  static ChannelBlend of(ImagePlus image) {
    var property = image.getProp("CompositeProjection");
    var name = property == null ? "" : property.toLowerCase(Locale.ROOT);
    if (name.contains("max")) {
      return MAXIMUM;
    }
    if (name.contains("min")) {
      return MINIMUM;
    }
    return name.contains("invert") ? INVERTED_SUM : SUM;
  }

  String words() {
    return words;
  }

  /** Merges one color component, 0 to 255, of two channels. */
  abstract int blend(int a, int b);

  RandomAccessibleInterval<ARGBType> merge(
      RandomAccessibleInterval<ARGBType> first, RandomAccessibleInterval<ARGBType> second) {
    return Converters.convert(
        first,
        second,
        (ARGBType a, ARGBType b, ARGBType merged) -> merged.set(blendColors(a.get(), b.get())),
        new ARGBType());
  }

  private int blendColors(int a, int b) {
    return ARGBType.rgba(
        blend(ARGBType.red(a), ARGBType.red(b)),
        blend(ARGBType.green(a), ARGBType.green(b)),
        blend(ARGBType.blue(a), ARGBType.blue(b)),
        255);
  }
}
