/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rotation about the center by any angle, bilinear or bicubic, into a plane just large enough.
 *
 * @param degrees clockwise as seen on the screen
 * @param interpolation usually bicubic
 */
public record Rotation(double degrees, Interpolation interpolation) {

  /** The turned picture; what was outside repeats the nearest edge pixel. */
  public RgbRaster apply(RgbRaster picture) {
    var planes = IntStream.range(0, RgbRaster.CHANNELS).mapToObj(picture::plane).toList();
    var turned = turned(planes, false);
    var result = new RgbRaster(turned.get(0).width(), turned.get(0).height());
    for (int c = 0; c < RgbRaster.CHANNELS; c++) {
      result.setChannel(c, turned.get(c).values());
    }
    return result;
  }

  /** The turned opacity; what was outside is 0. */
  public FloatPlane applyToOpacity(FloatPlane opacity) {
    return turned(List.of(opacity), true).get(0);
  }

  /** Planes of one size, turned together: their pixels have the same weights. */
  private List<FloatPlane> turned(List<FloatPlane> planes, boolean zeroOutside) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    int width = planes.get(0).width();
    int height = planes.get(0).height();
    int newWidth = (int) Math.ceil(Math.abs(width * cos) + Math.abs(height * sin) - 1e-9);
    int newHeight = (int) Math.ceil(Math.abs(width * sin) + Math.abs(height * cos) - 1e-9);
    var turned = planes.stream().map(plane -> new FloatPlane(newWidth, newHeight)).toList();
    var between = new BetweenPixels(interpolation, width, height);
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        double dx = x - (newWidth - 1) / 2.0;
        double dy = y - (newHeight - 1) / 2.0;
        double sourceX = cos * dx + sin * dy + (width - 1) / 2.0;
        double sourceY = -sin * dx + cos * dy + (height - 1) / 2.0;
        boolean outside =
            sourceX < -0.5 || sourceY < -0.5 || sourceX > width - 0.5 || sourceY > height - 0.5;
        if (outside && zeroOutside) {
          continue;
        }
        between.moveTo(sourceX, sourceY);
        for (int i = 0; i < planes.size(); i++) {
          turned.get(i).values()[y * newWidth + x] = between.value(planes.get(i).values());
        }
      }
    }
    return turned;
  }
}
