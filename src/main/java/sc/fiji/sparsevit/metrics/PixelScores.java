/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

/**
 * What the field reports for one forged image (evaluators of IMDL-BenCo 0.1.45 agree to 1e-6).
 *
 * @param confusion pixels counted at the threshold
 * @param reverseF1 F1 of the opposite decision
 * @param reverseIou IoU of the inverted probabilities, which is how the field computes it: a
 *     probability of exactly one half stays undecided here, but not in reverseF1
 * @param auc threshold-free; NaN where all pixels or none are forged
 */
public record PixelScores(Confusion confusion, double reverseF1, double reverseIou, double auc) {
  /** Scores the pixels of one image. */
  public static PixelScores of(LabeledScores pixels, double threshold) {
    var confusion = Confusion.at(pixels, threshold);
    return new PixelScores(
        confusion,
        confusion.inverted().f1(),
        Confusion.ofInvertedProbabilities(pixels, threshold).iou(),
        Auc.of(pixels));
  }

  public double f1() {
    return confusion.f1();
  }

  public double iou() {
    return confusion.iou();
  }

  /** The better polarity: an oracle, since choosing it takes the truth. */
  public double doubleF1() {
    return Math.max(f1(), reverseF1);
  }

  /** The better polarity: an oracle, since choosing it takes the truth. */
  public double doubleIou() {
    return Math.max(iou(), reverseIou);
  }
}
