/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * The inverse Fourier transformation of one length, of many columns beside one another: as all do
 * the same, the processor's vector units can take several at once. Thousands of squares of a large
 * picture are held against one another; ImageJ's FHT takes four times as long for each.
 */
final class GrainTransform {

  private final int length;
  private final float[] cosines;
  private final float[] sines;

  /**
   * @param length a power of 2
   */
  GrainTransform(int length) {
    this.length = length;
    cosines = new float[length];
    sines = new float[length];
    for (int i = 0; i < length; i++) {
      cosines[i] = (float) Math.cos(2 * Math.PI * i / length);
      sines[i] = (float) Math.sin(2 * Math.PI * i / length);
    }
  }

  /** Where a frequency is expected: its bits are reversed. */
  int place(int frequency) {
    int unused = Integer.numberOfLeadingZeros(length) + 1;
    return length == 1 ? 0 : Integer.reverse(frequency) >>> unused;
  }

  /**
   * Not divided by the length.
   *
   * @param real (length, columns), overwritten; rows are frequencies in the order of {@link #place}
   *     before, places in their own order afterwards
   * @param imaginary likewise
   */
  void invert(float[] real, float[] imaginary, int columns) {
    int done = 1;
    if (Integer.numberOfTrailingZeros(length) % 2 == 1) {
      for (int row = 0; row < length; row += 2) {
        addTwo(real, imaginary, row * columns, columns);
      }
      done = 2;
    }
    for (; done < length; done *= 4) {
      for (int start = 0; start < length; start += 4 * done) {
        for (int k = 0; k < done; k++) {
          addFour(real, imaginary, (start + k) * columns, done * columns, k, columns);
        }
      }
    }
  }

  private static void addTwo(float[] real, float[] imaginary, int first, int columns) {
    addTwo(real, first, columns);
    addTwo(imaginary, first, columns);
  }

  private static void addTwo(float[] values, int first, int columns) {
    for (int i = first; i < first + columns; i++) {
      float sum = values[i] + values[i + columns];
      values[i + columns] = values[i] - values[i + columns];
      values[i] = sum;
    }
  }

  /**
   * Two steps of the transformation at once, on four rows.
   *
   * @param first where the first of them begins
   * @param step from one to the next
   * @param k which frequency of the two steps
   */
  private void addFour(float[] re, float[] im, int first, int step, int k, int columns) {
    int turn = k * (length / (4 * (step / columns)));
    float c1 = cosines[turn];
    float s1 = sines[turn];
    float c2 = cosines[2 * turn];
    float s2 = sines[2 * turn];
    float c3 = cosines[3 * turn];
    float s3 = sines[3 * turn];
    int second = first + step;
    int third = second + step;
    int fourth = third + step;
    for (int i = 0; i < columns; i++) {
      float r0 = re[first + i];
      float i0 = im[first + i];
      float r1 = c2 * re[second + i] - s2 * im[second + i];
      float i1 = c2 * im[second + i] + s2 * re[second + i];
      float r2 = c1 * re[third + i] - s1 * im[third + i];
      float i2 = c1 * im[third + i] + s1 * re[third + i];
      float r3 = c3 * re[fourth + i] - s3 * im[fourth + i];
      float i3 = c3 * im[fourth + i] + s3 * re[fourth + i];
      re[first + i] = r0 + r1 + (r2 + r3);
      im[first + i] = i0 + i1 + (i2 + i3);
      re[third + i] = r0 + r1 - (r2 + r3);
      im[third + i] = i0 + i1 - (i2 + i3);
      re[second + i] = r0 - r1 - (i2 - i3);
      im[second + i] = i0 - i1 + (r2 - r3);
      re[fourth + i] = r0 - r1 + (i2 - i3);
      im[fourth + i] = i0 - i1 - (r2 - r3);
    }
  }
}
