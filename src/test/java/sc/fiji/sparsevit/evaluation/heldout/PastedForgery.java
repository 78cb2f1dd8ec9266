/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

/**
 * A forged image with its mask.
 *
 * @param image before it is saved
 * @param mask of the image's size, white where it was forged
 */
record PastedForgery(ColorProcessor image, ByteProcessor mask) {
  private static final double LEAST_CHANGE = 8;

  /** What nobody could see, such as sky on sky, is no forgery to look for. */
  boolean showsIn(ColorProcessor before) {
    long sum = 0;
    int count = 0;
    for (int i = 0; i < mask.getPixelCount(); i++) {
      if (mask.get(i) > 0) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((image.get(i) >> shift & 255) - (before.get(i) >> shift & 255));
        }
        count += 3;
      }
    }
    return count > 0 && sum >= LEAST_CHANGE * count;
  }
}
