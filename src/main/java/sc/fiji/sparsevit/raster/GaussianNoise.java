/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import java.util.random.RandomGenerator;

/**
 * Additive Gaussian noise.
 *
 * @param sigma standard deviation in gray levels
 * @param shared whether the channels get the same values, as film grain does
 */
public record GaussianNoise(double sigma, boolean shared) {

  public RgbRaster apply(RgbRaster picture, RandomGenerator random) {
    var noisy = picture.copy();
    int pixels = picture.pixels();
    for (int i = 0; i < pixels; i++) {
      float common = shared ? (float) (sigma * random.nextGaussian()) : 0;
      for (int j = i; j < noisy.samples().length; j += pixels) {
        float value = shared ? common : (float) (sigma * random.nextGaussian());
        noisy.samples()[j] = RgbRaster.round((noisy.samples()[j] & 255) + value);
      }
    }
    return noisy;
  }
}
