/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

/** Angles in whole steps, with their sines in a table: millions are compared for a picture. */
final class Turns {

  private static final int STEPS = 1024;
  private static final float IN_RADIANS = STEPS / (2 * (float) Math.PI);
  private static final float[] SINES = new float[STEPS];

  static {
    for (int i = 0; i < STEPS; i++) {
      SINES[i] = (float) Math.sin(i / IN_RADIANS);
    }
  }

  private Turns() {}

  static int of(float radians) {
    return Math.round(radians * IN_RADIANS);
  }

  static float sin(int turn) {
    return SINES[turn & STEPS - 1];
  }

  static float cos(int turn) {
    return SINES[turn + STEPS / 4 & STEPS - 1];
  }

  /** 0 to half a turn. */
  static int between(int one, int other) {
    int difference = one - other & STEPS - 1;
    return Math.min(difference, STEPS - difference);
  }
}
