/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

/** One boundary between two columns: how much speaks for a seam between any two of its rows. */
final class SeamLine {

  /** A side of a rectangle with less evidence is no seam. */
  private static final float LEAST_EVIDENCE = 12;

  /** Jumps among a seam's known places. */
  private static final double LEAST_SHARE = 0.45;

  /** If fewer of its places are known, a side may be open: a seam that cannot be seen. */
  private static final double OPEN_SHARE = 0.35;

  private static final float OPEN_EVIDENCE = -12;

  /** A seam that goes on for some of this many rows beyond a corner counts less. */
  private static final int BEYOND = 14;

  private final int position;
  private final float[] evidence;
  private final int[] known;
  private final int[] jumped;

  /**
   * @param position the column to the right of the boundary
   */
  SeamLine(int position, int rows) {
    this.position = position;
    evidence = new float[rows + 1];
    known = new int[rows + 1];
    jumped = new int[rows + 1];
  }

  /** Rows are appended from the top. */
  void append(int row, Jump jump, float forSeam) {
    evidence[row + 1] = evidence[row] + forSeam;
    known[row + 1] = known[row] + (jump == Jump.UNKNOWN ? 0 : 1);
    jumped[row + 1] = jumped[row] + (jump.compareTo(Jump.CLEAR) >= 0 ? 1 : 0);
  }

  /** The column to the right of the boundary. */
  int position() {
    return position;
  }

  /** A side from one row to another one, which is not part of it. */
  SeamSide side(int from, int to) {
    int last = evidence.length - 1;
    float before = evidence[from] - evidence[Math.max(0, from - BEYOND)];
    float after = evidence[Math.min(last, to + BEYOND)] - evidence[to];
    float inside = evidence[to] - evidence[from];
    float total = inside - Math.max(0, before) - Math.max(0, after);
    int told = known[to] - known[from];
    boolean seam = total > LEAST_EVIDENCE && jumped[to] - jumped[from] >= LEAST_SHARE * told;
    boolean open = told < OPEN_SHARE * (to - from) && total > OPEN_EVIDENCE;
    return new SeamSide(total, seam, open);
  }
}
