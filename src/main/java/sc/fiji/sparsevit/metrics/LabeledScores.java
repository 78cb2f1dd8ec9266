/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import java.util.Arrays;

/**
 * Probabilities and what is true of them, position by position: the pixels of one image, or the
 * scores of many images. The arrays are shared, not copied.
 *
 * @param values probability of "forged", 0-1
 * @param labels non-zero where it is forged
 */
public record LabeledScores(float[] values, byte[] labels) {
  public LabeledScores {
    if (values.length != labels.length) {
      throw new IllegalArgumentException(
          values.length + " scores cannot be compared with " + labels.length + " labels");
    }
  }

  /**
   * The same with truth as booleans.
   *
   * @param labels true where it is forged
   */
  public static LabeledScores of(float[] values, boolean[] labels) {
    var bytes = new byte[labels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (labels[i] ? 1 : 0);
    }
    return new LabeledScores(values, bytes);
  }

  /** Only the positions where {@code valid} is non-zero: leaves out the padding of an image. */
  public LabeledScores where(byte[] valid) {
    if (valid.length != values.length) {
      throw new IllegalArgumentException(
          "a padding mask of " + valid.length + " for " + values.length + " scores");
    }
    var keptValues = new float[values.length];
    var keptLabels = new byte[values.length];
    int kept = 0;
    for (int i = 0; i < values.length; i++) {
      if (valid[i] != 0) {
        keptValues[kept] = values[i];
        keptLabels[kept++] = labels[i];
      }
    }
    return new LabeledScores(Arrays.copyOf(keptValues, kept), Arrays.copyOf(keptLabels, kept));
  }

  /** How many positions there are. */
  public int size() {
    return values.length;
  }

  /** How many of them are forged. */
  public int positives() {
    int count = 0;
    for (byte label : labels) {
      if (label != 0) {
        count++;
      }
    }
    return count;
  }
}
