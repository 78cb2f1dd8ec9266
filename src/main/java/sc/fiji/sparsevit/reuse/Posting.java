/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.nio.ByteBuffer;
import sc.fiji.sparsevit.copies.Keypoint;

/**
 * A keypoint as the index keeps it: coarse, but enough to tell whether several agree. Bright and
 * dark ones look the same here, so that a negative is found among its originals.
 *
 * @param panel number of the panel that it lies in
 * @param low one half of the descriptor's {@link Bits}
 * @param high the other half
 * @param x in pixels of the picture
 * @param y in pixels of the picture
 * @param sigma its size, in pixels
 * @param angle radians
 * @param bright whether it is brighter than what is around it
 */
record Posting(
    int panel, long low, long high, int x, int y, float sigma, float angle, boolean bright) {

  static final int BYTES = 26;

  private static final float STEPS_OF_ANGLE = 128 / (2 * (float) Math.PI);
  private static final float STEPS_OF_SCALE = 24;
  private static final double LOG_2 = Math.log(2);

  private static final float[] SIGMAS = new float[256];

  static {
    for (int i = 0; i < SIGMAS.length; i++) {
      SIGMAS[i] = (float) Math.exp((i / STEPS_OF_SCALE - 2) * LOG_2);
    }
  }

  /** Of a keypoint whose descriptor is that of a bright one. */
  static Posting of(int panel, Keypoint upright, boolean bright) {
    return new Posting(
        panel,
        Bits.low(upright.descriptor()),
        Bits.high(upright.descriptor()),
        Math.max(0, Math.round(upright.x())),
        Math.max(0, Math.round(upright.y())),
        upright.sigma(),
        upright.angle(),
        bright);
  }

  void write(ByteBuffer out) {
    double log = Math.log(sigma) / LOG_2;
    double turn = angle < 0 ? angle + 2 * Math.PI : angle;
    int step = (int) Math.round(turn * STEPS_OF_ANGLE) & 127;
    out.putInt(panel)
        .putLong(low)
        .putLong(high)
        .putShort((short) Math.min(65_535, x))
        .putShort((short) Math.min(65_535, y))
        .put((byte) Math.max(0, Math.min(255, (int) ((log + 2) * STEPS_OF_SCALE))))
        .put((byte) (step << 1 | (bright ? 1 : 0)));
  }

  static int panel(ByteBuffer in, int at) {
    return in.getInt(at);
  }

  static int x(ByteBuffer in, int at) {
    return in.getShort(at + 20) & 65_535;
  }

  static int y(ByteBuffer in, int at) {
    return in.getShort(at + 22) & 65_535;
  }

  static float sigma(ByteBuffer in, int at) {
    return SIGMAS[in.get(at + 24) & 255];
  }

  /** Natural logarithm. */
  static float logSigma(ByteBuffer in, int at) {
    return (float) (((in.get(at + 24) & 255) / STEPS_OF_SCALE - 2) * LOG_2);
  }

  /** Radians. */
  static float angle(ByteBuffer in, int at) {
    return ((in.get(at + 25) & 255) >> 1) / STEPS_OF_ANGLE;
  }

  static boolean bright(ByteBuffer in, int at) {
    return (in.get(at + 25) & 1) == 1;
  }

  /** Bits in which a descriptor differs from the one that was written from a place on. */
  static int difference(ByteBuffer in, int at, long low, long high) {
    return Long.bitCount(in.getLong(at + 4) ^ low) + Long.bitCount(in.getLong(at + 12) ^ high);
  }
}
