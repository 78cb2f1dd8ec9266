/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

/**
 * What was done to the pixels of one layer before it became part of a picture. The network learns
 * to read it from the pixels.
 *
 * @param factor new size over old size, 1 where it was not resampled
 * @param blur sigma in pixels, 0 where there was none
 * @param noise sigma in gray levels, 0 where there was none
 * @param quality JPEG quality on the IJG's scale, 0 where it was not coded
 */
public record History(double factor, double blur, double noise, int quality) {

  /** Values per pixel of the training target. */
  public static final int CHANNELS = 4;

  /** Nothing was done. */
  public static final History NONE = new History(1, 0, 0, 0);

  /** Only resampling. */
  static History resampled(double factor) {
    return new History(factor, 0, 0, 0);
  }

  /** This history followed by another: factors multiply, sigmas add in quadrature. */
  History then(History next) {
    int worst =
        quality == 0 ? next.quality : next.quality == 0 ? quality : Math.min(quality, next.quality);
    return new History(
        factor * next.factor,
        Math.hypot(blur * next.factor, next.blur),
        Math.hypot(noise, next.noise),
        worst);
  }

  /**
   * The training target: log2 of the resampling factor, blur sigma, noise sigma / 5, (100 - JPEG
   * quality) / 40; 0 where nothing was done.
   */
  float[] target() {
    return new float[] {
      (float) (Math.log(factor) / Math.log(2)),
      (float) blur,
      (float) (noise / 5),
      quality == 0 ? 0 : (100 - quality) / 40f
    };
  }
}
