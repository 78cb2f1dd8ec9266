/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * Says which part of a pair is the copy, from what the network sees in both and from their pixels,
 * and puts that into the probability map.
 */
public final class SideChooser {

  /** Weights of log odds, from copies made from training photographs. */
  private static final double NETWORK = 0.7;

  private static final double CONTENT = 6;

  private static final double ENLARGED = 3;

  private static final double SEAM = 3;

  /** Where nothing was enlarged, it was below in 17 of 17 pairs. */
  private static final double ORDINARY_LOSS = 0.8;

  private static final double LEAST_GROWTH = 1.1;

  /** Pixels that a part goes on beyond its outline: windows that reach farther do not fit. */
  private static final int RIM = 2;

  /** Keeps a probability of 0 or 1 from outweighing everything. */
  private static final double LEAST = 1e-4;

  /** Probability of the copy where only one part can be it, and where either can. */
  private static final float COPY = 0.9f;

  private static final float EITHER = 0.6f;

  /** What is left of the original's odds. */
  private static final float ORIGINAL = 0.25f;

  private SideChooser() {}

  /**
   * @param picture that the pair was found in
   * @param map probability 0-1 for each of its pixels
   */
  public static SidedPair choose(Luminance picture, float[] map, CopyPair pair) {
    double content = Sides.content(picture, pair.first(), pair.second(), pair.transformation());
    double first = logOdds(map, picture.width(), pair.first());
    double second = logOdds(map, picture.width(), pair.second());
    double evidence =
        NETWORK * (first - second)
            + CONTENT * content
            - ENLARGED * enlarged(picture, pair)
            + SEAM * Seam.between(picture, pair);
    double certainty = 1 / (1 + Math.exp(-Math.abs(evidence)));
    var whole = pair.matches().isEmpty() ? pair : pair.widened(picture, RIM);
    var sided = new SidedPair(evidence > 0 ? whole.reversed() : whole, certainty);
    if (sided.isClear() || sided.pair().transformation().scale() >= 1) {
      return sided;
    }
    // Either may be the copy: said from the smaller to the larger one.
    return new SidedPair(sided.pair().reversed(), 0.5);
  }

  /** Above 0 if the second part was enlarged, below if the first was. */
  private static double enlarged(Luminance picture, CopyPair pair) {
    double scale = pair.transformation().scale();
    if (scale < 1 / LEAST_GROWTH) {
      return -enlarged(picture, pair.reversed());
    }
    if (scale < LEAST_GROWTH) {
      return 0;
    }
    return Math.max(0, Resampling.loss(picture, pair.first(), pair.second()) - ORDINARY_LOSS);
  }

  /**
   * Raises the copy's probability and lowers the original's; where either may be the copy, raises
   * both. A part that is the copy in one pair stays so.
   *
   * @param map probability 0-1, changed
   */
  public static void apply(Iterable<SidedPair> pairs, float[] map, int width) {
    for (var sided : pairs) {
      if (sided.isClear()) {
        change(sided.pair().first(), map, width, p -> p * ORIGINAL);
      }
    }
    for (var sided : pairs) {
      float least = sided.isClear() ? COPY : EITHER;
      change(sided.pair().second(), map, width, p -> Math.max(p, least));
      if (!sided.isClear()) {
        change(sided.pair().first(), map, width, p -> Math.max(p, least));
      }
    }
  }

  private interface ProbabilityChange {
    float of(float probability);
  }

  private static void change(CopyPart part, float[] map, int width, ProbabilityChange change) {
    var box = part.box();
    var pixels = part.pixels();
    for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
      int at = (box.y + i / box.width) * width + box.x + i % box.width;
      map[at] = change.of(map[at]);
    }
  }

  /** Mean over a part. */
  private static double logOdds(float[] map, int width, CopyPart part) {
    var box = part.box();
    var pixels = part.pixels();
    double sum = 0;
    int count = 0;
    for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
      float value = map[(box.y + i / box.width) * width + box.x + i % box.width];
      double p = Math.max(LEAST, Math.min(1 - LEAST, value));
      sum += Math.log(p / (1 - p));
      count++;
    }
    return sum / count;
  }
}
