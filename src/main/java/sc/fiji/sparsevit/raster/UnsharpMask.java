/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

/**
 * Sharpening: what a blur of one pixel takes away is added.
 *
 * @param amount how many times it is added
 */
public record UnsharpMask(double amount) {

  public RgbRaster apply(RgbRaster picture) {
    var blur = GaussianBlur.ofSigma(1);
    return picture.map(
        (FloatPlane plane) -> {
          float[] smooth = blur.apply(plane).values();
          var sharp = new FloatPlane(plane.width(), plane.height());
          for (int i = 0; i < smooth.length; i++) {
            float value = plane.values()[i];
            sharp.values()[i] = value + (float) amount * (value - smooth[i]);
          }
          return sharp;
        });
  }
}
