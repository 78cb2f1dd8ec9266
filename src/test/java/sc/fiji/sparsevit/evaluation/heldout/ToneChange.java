/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;

/**
 * A straight tone curve for each channel.
 *
 * @param gains red, green, blue
 * @param offsets in gray levels
 */
record ToneChange(double[] gains, double[] offsets) {

  static ToneChange contrast(double gain, double offset) {
    return new ToneChange(new double[] {gain, gain, gain}, new double[] {offset, offset, offset});
  }

  /** What brings the colors of a part closer to those of another place. */
  static ToneChange matching(ColorProcessor part, ColorProcessor place, double share) {
    var gains = new double[3];
    var offsets = new double[3];
    for (int c = 0; c < 3; c++) {
      var from = part.getChannel(c + 1, null).getStats();
      var to = place.getChannel(c + 1, null).getStats();
      double ratio = Math.max(0.6, Math.min(1.6, to.stdDev / Math.max(1, from.stdDev)));
      gains[c] = 1 + share * (ratio - 1);
      offsets[c] = from.mean + share * (to.mean - from.mean) - gains[c] * from.mean;
    }
    return new ToneChange(gains, offsets);
  }

  ColorProcessor applied(ColorProcessor picture) {
    var changed = new ColorProcessor(picture.getWidth(), picture.getHeight());
    for (int i = 0; i < picture.getPixelCount(); i++) {
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        int shift = 16 - 8 * c;
        long value = Math.round(gains[c] * (picture.get(i) >> shift & 255) + offsets[c]);
        rgb |= (int) Math.max(0, Math.min(255, value)) << shift;
      }
      changed.set(i, rgb);
    }
    return changed;
  }
}
