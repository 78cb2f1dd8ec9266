/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

/**
 * How the step between two neighbors in a row compares with the six steps around it, three on each
 * side.
 */
enum Jump {
  /**
   * It says nothing: one side is flat, the step is as large as those of drawings, or at an edge.
   */
  UNKNOWN,
  /** It is within the range of the others. */
  NONE,
  /** It is farther from the median of the others than they are, and small. */
  CLEAR,
  /** It is more than twice as far. */
  STRONG;

  /** Steps considered on each side. */
  static final int REACH = 3;

  /** Larger steps belong to letters, lines, and frames. */
  private static final float LARGEST = 120;

  /** Smaller differences come from rounding. */
  private static final float LEAST_SPREAD = 0.5f;

  private static final int FACTOR = 2;

  /**
   * A larger jump is strong or none: of a seam because little varies beside it, and of an edge that
   * a lens has seen because some of it lies in the next step, as in brick walls.
   */
  private static final float SMALL = 20;

  private static final Jump[] VALUES = values();

  static Jump of(byte ordinal) {
    return VALUES[ordinal];
  }

  /**
   * Between pixels {@code at} and {@code at + 1}.
   *
   * @param levels row by row
   * @param others six numbers, overwritten
   */
  static Jump between(float[] levels, int at, float[] others) {
    float step = levels[at + 1] - levels[at];
    boolean left = false;
    boolean right = false;
    for (int i = 1; i <= REACH; i++) {
      float before = levels[at + 1 - i] - levels[at - i];
      float after = levels[at + 1 + i] - levels[at + i];
      others[REACH - i] = before;
      others[REACH - 1 + i] = after;
      left |= before != 0;
      right |= after != 0;
    }
    if (!left || !right || Math.abs(step) >= LARGEST) {
      return UNKNOWN;
    }
    sort(others);
    float median = (others[REACH - 1] + others[REACH]) / 2;
    float spread =
        Math.max(LEAST_SPREAD, Math.max(others[2 * REACH - 1] - median, median - others[0]));
    float distance = Math.abs(step - median);
    if (distance > FACTOR * spread) {
      return STRONG;
    }
    return distance > spread && distance < SMALL ? CLEAR : NONE;
  }

  /** Six numbers are sorted fastest by insertion. */
  private static void sort(float[] numbers) {
    for (int i = 1; i < numbers.length; i++) {
      float number = numbers[i];
      int j = i - 1;
      while (j >= 0 && numbers[j] > number) {
        numbers[j + 1] = numbers[j];
        j--;
      }
      numbers[j + 1] = number;
    }
  }
}
