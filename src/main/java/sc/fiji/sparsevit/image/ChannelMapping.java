/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;

/**
 * How the values of one channel became colors.
 *
 * @param channel number of the channel, from 1
 * @param lookup the kind of its lookup table
 * @param minimum the stored pixel value that takes the table's first color
 * @param maximum the stored pixel value that takes the table's last color
 * @param ownRange whether these are the channel's own smallest and largest value, because its
 *     display range would have saturated it
 */
public record ChannelMapping(
    int channel, Lookup lookup, double minimum, double maximum, boolean ownRange) {

  /** What a lookup table makes of its 256 levels. */
  public enum Lookup {
    /** Level n is the gray (n, n, n). */
    GRAY("gray"),
    /** Level n is the gray 255 - n. */
    INVERTED_GRAY("inverted gray"),
    /** Anything else: a palette or false colors. */
    @SerializedName("COLOUR")
    COLOR("colors");

    private final String words;

    Lookup(String words) {
      this.words = words;
    }

    static Lookup of(int[] palette) {
      boolean gray = true;
      boolean inverted = true;
      for (int level = 0; level < palette.length; level++) {
        int rgb = palette[level] & 0xffffff;
        gray &= rgb == level * 0x010101;
        inverted &= rgb == (255 - level) * 0x010101;
      }
      return gray ? GRAY : inverted ? INVERTED_GRAY : COLOR;
    }
  }

  static ChannelMapping of(int channel, int[] palette, ValueRange range) {
    return new ChannelMapping(channel, Lookup.of(palette), range.minimum(), range.maximum(), false);
  }

  ChannelMapping withOwnRange() {
    return new ChannelMapping(channel, lookup, minimum, maximum, true);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "channel %d: %s to %s%s as %s",
        channel,
        number(minimum),
        number(maximum),
        ownRange ? " (its own range)" : "",
        lookup.words);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
