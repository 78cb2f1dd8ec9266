/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

/**
 * Rotation about the center by any angle, bilinear or bicubic, into a plane just large enough.
 *
 * @param degrees clockwise as seen on the screen
 * @param interpolation usually bicubic
 */
public record Rotation(double degrees, Interpolation interpolation) {

  /** The turned picture; what was outside repeats the nearest edge pixel. */
  public RgbRaster apply(RgbRaster picture) {
    return picture.map((FloatPlane plane) -> apply(plane, false));
  }

  /** The turned opacity; what was outside is 0. */
  public FloatPlane applyToOpacity(FloatPlane opacity) {
    return apply(opacity, true);
  }

  private FloatPlane apply(FloatPlane plane, boolean zeroOutside) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    int width = plane.width();
    int height = plane.height();
    int newWidth = (int) Math.ceil(Math.abs(width * cos) + Math.abs(height * sin) - 1e-9);
    int newHeight = (int) Math.ceil(Math.abs(width * sin) + Math.abs(height * cos) - 1e-9);
    var turned = new FloatPlane(newWidth, newHeight);
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        double dx = x - (newWidth - 1) / 2.0;
        double dy = y - (newHeight - 1) / 2.0;
        double sourceX = cos * dx + sin * dy + (width - 1) / 2.0;
        double sourceY = -sin * dx + cos * dy + (height - 1) / 2.0;
        boolean outside =
            sourceX < -0.5 || sourceY < -0.5 || sourceX > width - 0.5 || sourceY > height - 0.5;
        turned.values()[y * newWidth + x] =
            outside && zeroOutside ? 0 : interpolation.sample(plane, sourceX, sourceY);
      }
    }
    return turned;
  }
}
