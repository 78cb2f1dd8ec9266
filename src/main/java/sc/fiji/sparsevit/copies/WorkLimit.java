/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.List;

/**
 * How many pixels one search may still lay onto others: a texture that repeats everywhere fits in
 * so many ways that looking at all of them would take minutes.
 */
final class WorkLimit {

  /** For each pixel of the picture. */
  private static final double SHARE = 2;

  private static final long LEAST = 400_000;

  /** What one place may take at first, as a part of all: those after it get their turn, too. */
  private static final int PARTS = 16;

  private static final long LEAST_PART = 150_000;

  /** Pixels that each match pays for at first; a panel that is there twice has one in some 250. */
  private static final long EACH_MATCH = 3_000;

  private final SearchWork work;
  private final long most;
  private long left;

  /**
   * @param work counts what is laid onto others
   */
  WorkLimit(Luminance picture, SearchWork work) {
    this(LEAST + (long) (SHARE * picture.width() * picture.height()), work);
  }

  private WorkLimit(long most, SearchWork work) {
    this.most = most;
    this.work = work;
    left = most;
  }

  /** What is left now, for a part of the work that is done beside others. */
  WorkLimit rest() {
    return new WorkLimit(left, work);
  }

  /** The same, of which no more than a part may be spent. */
  WorkLimit part() {
    return new WorkLimit(Math.min(left, Math.max(LEAST, most / PARTS)), work);
  }

  /** What a candidate may spend at first: the more, the more matches agree on it. */
  WorkLimit part(Candidate candidate) {
    return new WorkLimit(Math.min(left, wish(candidate)), work);
  }

  /** Whether there is enough left for the parts of several candidates and one more. */
  boolean isEnoughFor(List<Candidate> others, Candidate more) {
    return others.stream().mapToLong(this::wish).sum() + wish(more) <= left;
  }

  private long wish(Candidate candidate) {
    long least = Math.max(LEAST_PART, most / PARTS);
    return Math.max(least, EACH_MATCH * candidate.matches().size());
  }

  /** What was done beside others is taken from what is left. */
  void charge(WorkLimit part) {
    left -= part.most - part.left;
  }

  /** Whether there was enough left. */
  boolean spend(long pixels) {
    left -= pixels;
    if (left >= 0) {
      work.lay(pixels);
    }
    return left >= 0;
  }

  boolean isSpent() {
    return left < 0;
  }
}
