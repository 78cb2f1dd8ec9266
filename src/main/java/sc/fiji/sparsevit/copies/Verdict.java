/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * How sure it is that two parts are copies and do not only look alike. Every figure has a limit and
 * a spread, seen on copies made from training photographs and on look-alikes; the figure that lies
 * worst decides.
 */
final class Verdict {

  /** Where the worst figure lies at its limit. */
  static final double THRESHOLD = 0.5;

  /** Small parts are printed or built alike more often than large ones. */
  private static final int SMALL = 600;

  /** Keypoints from which a transformation is sure, so that blocks may tell less exactly. */
  private static final int MANY = 10;

  /** Keypoints that no two pictures of like things have in common. */
  private static final int VERY_MANY = 20;

  static final int LEAST_MATCHED = 4;

  private Verdict() {}

  /**
   * The same between two pictures, each of which may have been scaled and saved on its own way:
   * where very many keypoints agree, that blurs and bends nothing that was not alike.
   */
  static double scoreAcross(PixelCheck.Checked checked) {
    var evidence = checked.evidence();
    if (evidence.matched() < VERY_MANY) {
      return score(checked);
    }
    double margin = (evidence.middle() - 0.95) / 0.008;
    margin = Math.min(margin, (evidence.weakest() - 0.9) / 0.03);
    margin = Math.min(margin, (evidence.across() - 0.85) / 0.05);
    margin = Math.min(margin, (0.3 - evidence.drift()) / 0.04);
    margin = Math.min(margin, (0.2 - evidence.light()) / 0.03);
    return 1 / (1 + Math.exp(-margin));
  }

  /** 0 to 1. */
  static double score(PixelCheck.Checked checked) {
    var evidence = checked.evidence();
    if (evidence.matched() < LEAST_MATCHED) {
      return 0;
    }
    double middle = evidence.area() < SMALL ? 0.98 : 0.965;
    double drift = evidence.matched() < MANY ? 0.12 : 0.2;
    double margin = (evidence.middle() - middle) / 0.008;
    margin = Math.min(margin, (evidence.weakest() - 0.9) / 0.03);
    margin = Math.min(margin, (evidence.across() - 0.85) / 0.05);
    margin = Math.min(margin, (drift - evidence.drift()) / 0.04);
    margin = Math.min(margin, (0.1 - evidence.light()) / 0.03);
    return 1 / (1 + Math.exp(-margin));
  }
}
