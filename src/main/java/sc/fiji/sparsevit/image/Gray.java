/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

/** What is gray: the luminance of a color, and whether a picture counts as gray. */
public final class Gray {

  /** Channels that differ by more than this make a pixel colored. */
  private static final int LARGEST_DIFFERENCE = 12;

  /** More colored pixels than this, and it is no gray picture. */
  private static final double LARGEST_COLORED_SHARE = 0.002;

  private Gray() {}

  /** The luminance as JPEG defines it (ITU-R BT.601), not rounded, 0 to 255. */
  public static float luminance(int rgb) {
    return (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000f;
  }

  public static boolean isColored(int rgb) {
    int red = rgb >> 16 & 255;
    int green = rgb >> 8 & 255;
    int blue = rgb & 255;
    int most = Math.max(red, Math.max(green, blue));
    int least = Math.min(red, Math.min(green, blue));
    return most - least > LARGEST_DIFFERENCE;
  }

  /**
   * Whether a picture is gray but for a few pixels.
   *
   * @param colored its colored pixels
   * @param pixels all its pixels
   */
  public static boolean isGray(long colored, long pixels) {
    return colored <= LARGEST_COLORED_SHARE * pixels;
  }
}
