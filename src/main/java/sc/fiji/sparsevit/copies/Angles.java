/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/** Angles of many gradients, fast. */
final class Angles {

  static final float TURN = (float) (2 * Math.PI);

  private Angles() {}

  /** Within 0.0002 radians of {@link Math#atan2}, 0 to 2 pi. */
  static float atan2(float y, float x) {
    float absX = Math.abs(x);
    float absY = Math.abs(y);
    float larger = Math.max(absX, absY);
    if (larger == 0) {
      return 0;
    }
    float ratio = Math.min(absX, absY) / larger;
    float square = ratio * ratio;
    // Abramowitz and Stegun 4.4.49, minimax on 0 to 1
    float angle =
        ratio
            * (0.9998660f
                + square
                    * (-0.3302995f
                        + square * (0.1801410f + square * (-0.0851330f + square * 0.0208351f))));
    // Which eighth it is cannot be foreseen: signs are put in as bits, without branches.
    angle = mirrored(angle, TURN / 4, absX - absY);
    angle = mirrored(angle, TURN / 2, x);
    return mirrored(angle, TURN, y);
  }

  /** Of two angles that are at most some turns apart, -pi to pi. */
  static float difference(float one, float other) {
    float turns = (one - other) * (1 / TURN);
    return (turns - Math.round(turns)) * TURN;
  }

  /** The angle, or, where the sign is negative, what it lacks to the whole. */
  private static float mirrored(float angle, float whole, float sign) {
    int negative = Float.floatToRawIntBits(sign) >> 31;
    float base = Float.intBitsToFloat(negative & Float.floatToRawIntBits(whole));
    return base + Float.intBitsToFloat(Float.floatToRawIntBits(angle) ^ negative & 1 << 31);
  }
}
