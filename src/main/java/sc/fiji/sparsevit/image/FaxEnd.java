/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

/**
 * The code that ends a fax. Decoders leave the rows blank for which there is no data, and say
 * nothing; whether the end is there tells it.
 */
public final class FaxEnd {
  /** What is to be said where it is missing. */
  public static final String MISSING =
      "the end of its fax data is missing; rows at its bottom may be blank for that reason";

  /**
   * Two ends of lines, which no picture holds, without and with the tags of two-dimensional code.
   */
  private static final int[][] CODES = {{0x001001, 24}, {0x6003, 26}};

  private FaxEnd() {}

  /**
   * @param tail the last bytes of the code
   */
  public static boolean isIn(byte[] tail) {
    for (int[] code : CODES) {
      long mask = (1L << code[1]) - 1;
      long forwards = 0;
      long backwards = 0;
      for (int bit = 0; bit < tail.length * Byte.SIZE; bit++) {
        int value = tail[bit / Byte.SIZE];
        forwards = forwards << 1 | value >> (7 - bit % Byte.SIZE) & 1;
        backwards = backwards << 1 | value >> (bit % Byte.SIZE) & 1;
        boolean whole = bit + 1 >= code[1];
        if (whole && ((forwards & mask) == code[0] || (backwards & mask) == code[0])) {
          return true;
        }
      }
    }
    return false;
  }
}
