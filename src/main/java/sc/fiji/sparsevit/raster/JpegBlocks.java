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
  private static final int LINES = CosineTransform.LINES;
  private static final int AT_ONCE = LINES / SIZE;
  private static final int MIDDLE = 128;

  /** Divisions are products with the inverse at 32 bits after the point, in two halves. */
  private static final int HALF_BITS = 16;

  /** Decoders look samples up by so many bits; what is out of range by more comes round again. */
  private static final int SAMPLE_BITS = 1023;

  private static final byte[] SAMPLES = samples();

  private final CosineTransform transform = new CosineTransform();

  /** Coefficients are divided as they lie in {@link #columns}: one factor for each of them. */
  private final int[] steps = new int[SIZE * LINES];

  private final int[] upper = new int[SIZE * LINES];
  private final int[] lower = new int[SIZE * LINES];
  private final int[] rows = new int[SIZE * LINES];
  private final int[] columns = new int[SIZE * LINES];

  /**
   * @param table what each coefficient is divided by, row by row
   */
  JpegBlocks(int[] table) {
    for (int i = 0; i < steps.length; i++) {
      int step = table[i / LINES * SIZE + i % SIZE];
      long divisor = (long) step * SIZE;
      int inverse = (int) (((1L << 2 * HALF_BITS) + divisor - 1) / divisor);
      steps[i] = step;
      upper[i] = inverse >>> HALF_BITS;
      lower[i] = inverse & (1 << HALF_BITS) - 1;
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
      round(columns, steps, upper, lower);
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

  /**
   * To multiples of the table's entries, halves away from zero. All in 32 bits and without a jump,
   * so that Java's compiler uses wide registers; coefficients have 15 bits and the inverses 29.
   */
  private static void round(int[] values, int[] steps, int[] upper, int[] lower) {
    for (int i = 0; i < SIZE * LINES; i++) {
      int value = values[i];
      int sign = value >> 31;
      int size = (value ^ sign) - sign + (steps[i] << 2);
      int count = size * upper[i] + (size * lower[i] >>> HALF_BITS) >>> HALF_BITS;
      values[i] = (count * steps[i] ^ sign) - sign;
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
