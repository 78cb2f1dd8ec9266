/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which pixels of a mask file mean "forged": the bright ones as nearly everywhere in the field, the
 * dark ones, or those of one value or color as in label images.
 *
 * @param text as people write it: {@code bright}, {@code dark}, {@code 1}, {@code #FF0000}
 */
public record ForgedMark(String text) {
  /** Mean of the channels above 127.5; 16 bits count from 0 to 65535. */
  public static final ForgedMark BRIGHT = new ForgedMark("bright");

  private static final String DARK = "dark";
  private static final Pattern VALUE = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
  private static final Pattern COLOR = Pattern.compile("#[0-9A-F]{6}");

  /** What JPEG may have done to a color, in levels of a channel. */
  private static final int COLOR_TOLERANCE = 24;

  /**
   * @throws IllegalArgumentException if the text says none of these
   */
  public ForgedMark {
    text = text.strip();
    text = text.startsWith("#") ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    if (!text.equals("bright")
        && !text.equals(DARK)
        && !VALUE.matcher(text).matches()
        && !COLOR.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "forged value must be bright, dark, a gray value such as 1, or a color such as #FF0000,"
              + " not "
              + text);
    }
  }

  /** Tells of a pixel whether it is forged. */
  interface Test {

    /**
     * @param value of a gray pixel as stored in the file; NaN for a color
     * @param rgb as it is seen
     */
    boolean marks(float value, int rgb);
  }

  /** The text understood once, for all pixels of a mask. */
  Test test() {
    if (text.startsWith("#")) {
      int color = Integer.parseInt(text.substring(1), 16);
      return (value, rgb) -> distance(rgb, color) <= COLOR_TOLERANCE;
    }
    if (VALUE.matcher(text).matches()) {
      float forged = Float.parseFloat(text);
      return (value, rgb) -> value == forged;
    }
    boolean dark = text.equals(DARK);
    return (value, rgb) -> isBright(rgb) != dark;
  }

  private static boolean isBright(int rgb) {
    return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255) > 3 * 127.5;
  }

  private static int distance(int a, int b) {
    int red = Math.abs((a >> 16 & 255) - (b >> 16 & 255));
    int green = Math.abs((a >> 8 & 255) - (b >> 8 & 255));
    return Math.max(Math.max(red, green), Math.abs((a & 255) - (b & 255)));
  }

  @Override
  public String toString() {
    return text;
  }
}
