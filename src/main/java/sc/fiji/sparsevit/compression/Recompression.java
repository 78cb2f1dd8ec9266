/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import sc.fiji.sparsevit.misfit.BlockGrid;

/**
 * How far blocks are from what a decoder gives: their coefficients are rounded to the compression's
 * steps and decoded again, which changes next to nothing in a block that was compressed so (the
 * compatibility test of Fridrich, Goljan and Du, SPIE 2001). Not for several threads.
 */
final class Recompression {

  /** A pixel's deviation counts no more than this, in gray levels. */
  private static final float MOST = 2;

  /** If more pixels are cut off, blocks from the compression may not fit it. */
  private static final int MOST_CUT = 16;

  /** Attempts to complete what was cut off; more change little. */
  private static final int ROUNDS = 4;

  private final Steps steps;
  private final Cosines cosines = new Cosines();
  private final float[] decoded = new float[BlockGrid.AREA];

  Recompression(Steps steps) {
    this.steps = steps;
  }

  /**
   * The root mean square over the pixels that are not cut off. The others are completed first: each
   * decoding comes closer to what they were if the block went through the compression.
   *
   * @return not a number if too much is cut off
   */
  float deviation(PixelBlock block) {
    if (block.cut() > MOST_CUT) {
      return Float.NaN;
    }
    decode(block.levels());
    for (int round = 0; round < ROUNDS && !block.isWhole(); round++) {
      block.limit(decoded);
      decode(decoded);
    }
    float sum = 0;
    for (int i = 0; i < decoded.length; i++) {
      if (!block.isCut(i)) {
        float difference = Math.min(MOST, Math.abs(block.levels()[i] - Math.round(decoded[i])));
        sum += difference * difference;
      }
    }
    return (float) Math.sqrt(sum / (decoded.length - block.cut()));
  }

  /** Receives what a decoder would give for levels. */
  private void decode(float[] levels) {
    cosines.forward(levels, decoded);
    steps.round(decoded);
    cosines.inverse(decoded, decoded);
  }
}
