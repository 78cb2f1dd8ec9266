/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import ij.process.FHT;
import ij.process.FloatProcessor;

/**
 * The frequencies of a square plane of grain (Hartley's transformation), all made to count alike;
 * one byte each, so that those of many squares can be kept.
 */
final class GrainSpectrum {

  /** Bytes for a frequency as strong as those around it. */
  private static final float UNIT = 20;

  private final int side;
  private final byte[] values;

  private GrainSpectrum(int side) {
    this.side = side;
    values = new byte[side * side];
  }

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
    var spectrum = new GrainSpectrum(side);
    var around = new float[side];
    for (int v = 0; v < side; v++) {
      strength.row(v, around);
      for (int u = 0; u < side; u++) {
        int i = v * side + u;
        if (around[u] > 0) {
          float own = v <= side / 2 ? power[i] : power[opposite(u, v, side)];
          double most = Math.sqrt(GrainStrength.MOST * around[u] / Math.max(own, 1e-9));
          double even = hartley[i] / Math.sqrt(around[u]) * Math.min(1, most);
          spectrum.values[i] = (byte) Math.round(UNIT * even);
        }
      }
    }
    return spectrum;
  }

  private static int opposite(int u, int v, int side) {
    return (side - v & side - 1) * side + (side - u & side - 1);
  }

  /**
   * How well another plane agrees with this one where it is shifted; both are taken to repeat
   * themselves.
   *
   * @return (side, side), for what lies that far right of and below a place of this plane
   */
  float[] agreement(GrainSpectrum other) {
    var product = new float[side * side];
    for (int v = 0; v < side; v++) {
      int row = v * side;
      int mirrored = (side - v & side - 1) * side;
      for (int u = 0; u < side; u++) {
        int opposite = mirrored + (side - u & side - 1);
        int even = values[row + u] + values[opposite];
        int odd = values[row + u] - values[opposite];
        product[row + u] = other.values[row + u] * even - other.values[opposite] * odd;
      }
    }
    var transformed = new FHT(new FloatProcessor(side, side, product), true);
    transformed.setShowProgress(false);
    transformed.inverseTransform();
    return (float[]) transformed.getPixels();
  }
}
