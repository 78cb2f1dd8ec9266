/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import java.awt.Rectangle;

/** Turns a probability map into a mask. */
final class Threshold {
  private Threshold() {}

  /**
   * Marks with 255 what is greater than {@code threshold} and inside {@code selection}.
   *
   * @param selection an area in map coordinates, or null for the whole map
   */
  static ByteProcessor apply(FloatProcessor map, float threshold, Roi selection) {
    var mask = new ByteProcessor(map.getWidth(), map.getHeight());
    var area = new Rectangle(map.getWidth(), map.getHeight());
    if (selection != null) {
      if (!selection.isArea()) {
        throw new IllegalArgumentException(
            "The selection is of type "
                + selection.getTypeAsString()
                + ", which encloses no pixels; draw an area selection or remove the selection.");
      }
      area = area.intersection(selection.getBounds());
    }
    var probabilities = (float[]) map.getPixels();
    var marks = (byte[]) mask.getPixels();
    for (int y = area.y; y < area.y + area.height; y++) {
      int row = y * map.getWidth();
      for (int i = row + area.x; i < row + area.x + area.width; i++) {
        // NaN is greater than nothing.
        if (probabilities[i] > threshold) {
          marks[i] = (byte) 255;
        }
      }
    }
    if (selection != null && selection.getMask() != null) {
      clearOutside(selection, area, mask);
    }
    return mask;
  }

  private static void clearOutside(Roi selection, Rectangle area, ByteProcessor mask) {
    var shape = selection.getMask();
    var bounds = selection.getBounds();
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        if (shape.get(x - bounds.x, y - bounds.y) == 0) {
          mask.set(x, y, 0);
        }
      }
    }
  }
}
