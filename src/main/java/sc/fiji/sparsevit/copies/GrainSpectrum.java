/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import ij.process.FHT;
import ij.process.FloatProcessor;

/**
 * The frequencies of a square plane of grain, all made to count alike; those that do not count are
 * left out, and each of the others takes two bytes, so that those of many squares can be kept.
 *
 * @param side of the plane, a power of 2
 * @param real ({@link GrainStrength#band}, the same), down first, then right
 * @param imaginary likewise
 */
record GrainSpectrum(int side, byte[] real, byte[] imaginary) {

  /** Bytes for a frequency as strong as those around it. */
  private static final float UNIT = 20;

  /**
   * @param plane (side, side), overwritten
   * @param side a power of 2
   */
  static GrainSpectrum of(float[] plane, int side) {
    var transformed = new FHT(new FloatProcessor(side, side, plane));
    transformed.setShowProgress(false);
    transformed.transform();
    float[] hartley = (float[]) transformed.getPixels();
    var power = new float[side * side];
    for (int v = 0; v <= side / 2; v++) {
      for (int u = 0; u < side; u++) {
        float here = hartley[v * side + u];
        float opposite = hartley[opposite(u, v, side)];
        power[v * side + u] = (here * here + opposite * opposite) / 2;
      }
    }
    var strength = GrainStrength.of(power, side, side);
    int[] band = GrainStrength.band(side);
    var real = new byte[band.length * band.length];
    var imaginary = new byte[real.length];
    var around = new float[side];
    for (int row = 0; row < band.length; row++) {
      int v = band[row];
      strength.row(v, around);
      for (int column = 0; column < band.length; column++) {
        int u = band[column];
        if (around[u] > 0) {
          int here = v * side + u;
          int opposite = opposite(u, v, side);
          float own = v <= side / 2 ? power[here] : power[opposite];
          double most = Math.sqrt(GrainStrength.MOST * around[u] / Math.max(own, 1e-9));
          double even = UNIT / Math.sqrt(2 * around[u]) * Math.min(1, most);
          real[row * band.length + column] = rounded(even * (hartley[here] + hartley[opposite]));
          imaginary[row * band.length + column] =
              rounded(even * (hartley[opposite] - hartley[here]));
        }
      }
    }
    return new GrainSpectrum(side, real, imaginary);
  }

  private static byte rounded(double value) {
    return (byte) Math.round(value);
  }

  private static int opposite(int u, int v, int side) {
    return (side - v & side - 1) * side + (side - u & side - 1);
  }
}
