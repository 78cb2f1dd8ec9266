/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.stream.Collectors;
import sc.fiji.sparsevit.io.Csv;

/** An evaluation image by image, for a spreadsheet; empty where a figure is undefined. */
final class PerImageCsv {
  private static final String HEADER =
      Csv.line(
          "image",
          "kind",
          "width",
          "height",
          "score",
          "pixels_flagged",
          "region",
          "f1",
          "iou",
          "auc",
          "precision",
          "recall",
          "f1_reverse",
          "iou_reverse",
          "oracle_f1_double",
          "seconds");

  private PerImageCsv() {}

  static String of(EvaluationSummary summary, double threshold) {
    return summary.images().stream()
        .map(result -> line(result, threshold))
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(ImageResult result, double threshold) {
    var pixels = result.pixels();
    var confusion = pixels.confusion();
    boolean forged = result.forged();
    return Csv.line(
        result.key().image(),
        forged ? "forged" : "authentic",
        result.width(),
        result.height(),
        result.score(),
        result.shareFlagged(),
        result.regionLevel() > (float) threshold ? "yes" : "no",
        forged ? pixels.f1() : null,
        forged ? pixels.iou() : null,
        forged ? pixels.auc() : null,
        forged ? confusion.precision() : null,
        forged ? confusion.recall() : null,
        forged ? pixels.reverseF1() : null,
        forged ? pixels.reverseIou() : null,
        forged ? pixels.doubleF1() : null,
        result.secondsLocalizing());
  }
}
