/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import java.util.stream.IntStream;

/**
 * Moves every pixel of a picture by its own distance, bilinear; what was outside repeats the
 * nearest edge pixel.
 *
 * @param right how far to the right of each pixel its new value comes from, in pixels
 * @param down how far below
 */
public record Warp(FloatPlane right, FloatPlane down) {

  /**
   * @param picture of the planes' size
   */
  public RgbRaster apply(RgbRaster picture) {
    int width = picture.width();
    var planes = IntStream.range(0, RgbRaster.CHANNELS).mapToObj(picture::plane).toList();
    var warped = new RgbRaster(width, picture.height());
    var between = new BetweenPixels(Interpolation.BILINEAR, width, picture.height());
    int pixels = picture.pixels();
    for (int i = 0; i < pixels; i++) {
      between.moveTo(i % width + right.values()[i], i / width + down.values()[i]);
      for (int c = 0; c < RgbRaster.CHANNELS; c++) {
        warped.samples()[c * pixels + i] = RgbRaster.round(between.value(planes.get(c).values()));
      }
    }
    return warped;
  }
}
