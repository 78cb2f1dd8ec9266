/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

/**
 * How far blocks are from what a decoder gives: their coefficients are rounded to the compression's
 * steps and decoded again, which changes next to nothing in a block that was compressed so (the
 * compatibility test of Fridrich, Goljan and Du, SPIE 2001). Not for several threads.
 */
final class Recompression {

  /** A pixel's deviation counts no more than this, in gray levels. */
  private static final float MOST = 2;

  private final Steps steps;
  private final Cosines cosines = new Cosines();
  private final float[] decoded = new float[BlockGrid.AREA];

  Recompression(Steps steps) {
    this.steps = steps;
  }

  /**
   * The root mean square over a block.
   *
   * @param levels (8, 8), not changed
   */
  float deviation(float[] levels) {
    cosines.forward(levels, decoded);
    steps.round(decoded);
    cosines.inverse(decoded, decoded);
    float sum = 0;
    for (int i = 0; i < decoded.length; i++) {
      float difference = Math.min(MOST, Math.abs(levels[i] - Math.round(decoded[i])));
      sum += difference * difference;
    }
    return (float) Math.sqrt(sum / decoded.length);
  }
}
