/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

/** A descriptor in 128 bits, which differ in few places where two look the same. */
final class Bits {

  /** An entry above this, about their mean, is a one. */
  private static final int MEAN = 38;

  private Bits() {}

  static long low(byte[] descriptor) {
    return bits(descriptor, 0);
  }

  static long high(byte[] descriptor) {
    return bits(descriptor, Long.SIZE);
  }

  private static long bits(byte[] descriptor, int from) {
    long bits = 0;
    for (int i = 0; i < Long.SIZE; i++) {
      bits = bits << 1 | ((descriptor[from + i] & 255) > MEAN ? 1 : 0);
    }
    return bits;
  }
}
