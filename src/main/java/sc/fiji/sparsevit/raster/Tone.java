/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

/**
 * A straight tone curve per channel: sample * gain + offset.
 *
 * @param gain of red, green and blue
 * @param offset of red, green and blue, in gray levels
 */
public record Tone(double[] gain, double[] offset) {

  private static final double MIDDLE = 127.5;

  /** The same contrast and brightness for all channels; contrast turns about the middle gray. */
  public static Tone of(double contrast, double brightness) {
    double offset = brightness + MIDDLE * (1 - contrast);
    return new Tone(
        new double[] {contrast, contrast, contrast}, new double[] {offset, offset, offset});
  }

  public RgbRaster apply(RgbRaster picture) {
    var tables = new byte[RgbRaster.CHANNELS][256];
    for (int c = 0; c < tables.length; c++) {
      for (int value = 0; value < 256; value++) {
        tables[c][value] = RgbRaster.round((float) (value * gain[c] + offset[c]));
      }
    }
    return picture.map(tables);
  }
}
