/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.sample;

/**
 * What was done to the pixels of one layer before it became part of a picture. The network learns
 * to read it from the pixels.
 *
 * @param factor new size over old size, 1 where it was not resampled
 * @param blur sigma in pixels, 0 where there was none
 * @param noise sigma in gray levels, 0 where there was none
 * @param quality JPEG quality on the IJG's scale, 0 where it was not coded
 * @param grid the JPEG's blocks, seen from the layer's corner
 */
public record History(double factor, double blur, double noise, int quality, JpegGrid grid) {

  private static final int STEPS = 4;

  /** Values per pixel of the training target. */
  public static final int CHANNELS = STEPS + JpegGrid.CHANNELS;

  /** Values of the target that change their sign when left and right, or top and bottom, do. */
  public static final int SINE_ACROSS = STEPS + 1;

  public static final int SINE_DOWN = STEPS + 3;

  /** Nothing was done. */
  public static final History NONE = new History(1, 0, 0, 0);

  /** Without JPEG, or with one whose blocks are not known. */
  public History(double factor, double blur, double noise, int quality) {
    this(factor, blur, noise, quality, JpegGrid.LOST);
  }

  /** Only resampling. */
  public static History resampled(double factor) {
    return new History(factor, 0, 0, 0);
  }

  /**
   * This history followed by another: factors multiply, sigmas add in quadrature, and resampling
   * takes the blocks away.
   */
  public History then(History next) {
    int worst =
        quality == 0 ? next.quality : next.quality == 0 ? quality : Math.min(quality, next.quality);
    return new History(
        factor * next.factor,
        Math.hypot(blur * next.factor, next.blur),
        Math.hypot(noise, next.noise),
        worst,
        next.quality > 0 ? next.grid : next.factor != 1 ? JpegGrid.LOST : grid);
  }

  /** The same with a JPEG whose blocks lie elsewhere. */
  public History withGrid(JpegGrid other) {
    return new History(factor, blur, noise, quality, quality > 0 ? other : JpegGrid.LOST);
  }

  /** The same seen from a point so far to the left and above. */
  public History moved(int right, int down) {
    return new History(factor, blur, noise, quality, grid.moved(right, down));
  }

  /** The same with left and right of a layer of some width exchanged. */
  public History mirrored(int width) {
    return new History(factor, blur, noise, quality, grid.mirrored(width));
  }

  /**
   * The training target: log2 of the resampling factor, blur sigma, noise sigma / 5, (100 - JPEG
   * quality) / 40; 0 where nothing was done. Then where the JPEG's blocks are.
   */
  public float[] target() {
    var target = new float[CHANNELS];
    target[0] = (float) (Math.log(factor) / Math.log(2));
    target[1] = (float) blur;
    target[2] = (float) (noise / 5);
    target[3] = quality == 0 ? 0 : (100 - quality) / 40f;
    System.arraycopy(grid.target(), 0, target, STEPS, JpegGrid.CHANNELS);
    return target;
  }
}
