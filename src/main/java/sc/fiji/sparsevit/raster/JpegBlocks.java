/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

/**
 * Rounds the coefficients of one component's blocks as a JPEG file does. Not for several threads.
 */
final class JpegBlocks {

  private static final int SIZE = CosineTransform.SIZE;
  private static final int AREA = SIZE * SIZE;
  private static final int LINES = CosineTransform.LINES;
  private static final int AT_ONCE = LINES / SIZE;
  private static final int MIDDLE = 128;

  /** Decoders look samples up by so many bits; what is out of range by more comes round again. */
  private static final int SAMPLE_BITS = 1023;

  private static final byte[] SAMPLES = samples();

  private final CosineTransform transform = new CosineTransform();
  private final int[] table;
  private final long[] inverse = new long[AREA];
  private final int[] rows = new int[SIZE * LINES];
  private final int[] columns = new int[SIZE * LINES];

  /**
   * @param table what each coefficient is divided by, row by row
   */
  JpegBlocks(int[] table) {
    this.table = table;
    for (int i = 0; i < AREA; i++) {
      long divisor = (long) table[i] * SIZE;
      inverse[i] = ((1L << 32) + divisor - 1) / divisor;
    }
  }

  /**
   * What is left of a component.
   *
   * @param samples unsigned, changed in place
   * @param width a multiple of 8
   * @param height a multiple of 8
   */
  void code(byte[] samples, int width, int height) {
    int across = width / SIZE;
    int count = across * (height / SIZE);
    for (int first = 0; first < count; first += AT_ONCE) {
      int blocks = Math.min(AT_ONCE, count - first);
      for (int b = 0; b < blocks; b++) {
        read(samples, corner(first + b, across), width, b * SIZE);
      }
      transform.forwardFirst(rows);
      transpose(rows, columns, blocks);
      transform.forwardSecond(columns);
      round(blocks);
      transform.inverseFirst(columns);
      transpose(columns, rows, blocks);
      transform.inverseSecond(rows);
      for (int b = 0; b < blocks; b++) {
        write(samples, corner(first + b, across), width, b * SIZE);
      }
    }
  }

  private static int corner(int block, int across) {
    return (block / across * across * SIZE + block % across) * SIZE;
  }

  private void read(byte[] samples, int corner, int width, int line) {
    for (int y = 0; y < SIZE; y++) {
      int from = corner + y * width;
      for (int x = 0; x < SIZE; x++) {
        rows[x * LINES + line + y] = (samples[from + x] & 255) - MIDDLE;
      }
    }
  }

  private void write(byte[] samples, int corner, int width, int line) {
    for (int y = 0; y < SIZE; y++) {
      int to = corner + y * width;
      for (int x = 0; x < SIZE; x++) {
        samples[to + x] = SAMPLES[rows[x * LINES + line + y] & SAMPLE_BITS];
      }
    }
  }

  private static void transpose(int[] from, int[] to, int blocks) {
    for (int line = 0; line < blocks * SIZE; line += SIZE) {
      for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
          to[y * LINES + line + x] = from[x * LINES + line + y];
        }
      }
    }
  }

  /** To multiples of the table's entries, halves away from zero. */
  private void round(int blocks) {
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int step = table[y * SIZE + x];
        long multiplier = inverse[y * SIZE + x];
        int half = step * SIZE / 2;
        for (int i = y * LINES + x; i < y * LINES + blocks * SIZE; i += SIZE) {
          int value = columns[i];
          int sign = value >> 31;
          int size = (int) (((value ^ sign) - sign + half) * multiplier >>> 32) * step;
          columns[i] = (size ^ sign) - sign;
        }
      }
    }
  }

  private static byte[] samples() {
    var samples = new byte[SAMPLE_BITS + 1];
    for (int i = 0; i < samples.length; i++) {
      int value = i <= SAMPLE_BITS / 2 ? i : i - samples.length;
      samples[i] = (byte) Math.max(0, Math.min(255, value + MIDDLE));
    }
    return samples;
  }
}
