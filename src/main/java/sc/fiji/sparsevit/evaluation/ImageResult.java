/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import sc.fiji.sparsevit.metrics.PixelScores;
import sc.fiji.sparsevit.metrics.Reliability;
import sc.fiji.sparsevit.metrics.ScoreHistogram;

/**
 * What is kept of one localized image: enough for every figure of the report without its map.
 *
 * @param key which image, and what was done to it first
 * @param width of the image, in pixels
 * @param height of the image, in pixels
 * @param score maximum of its map, 0-1
 * @param pixels its pixels at the fixed threshold; of an authentic image only the confusion counts
 * @param regionLevel the lowest threshold at which no region of the minimum area is left
 * @param histogram its pixels at all thresholds
 * @param reliability its pixels by what their probabilities promise
 * @param secondsLocalizing from image to map
 * @param secondsScoring from map to this result
 */
public record ImageResult(
    ResultKey key,
    int width,
    int height,
    double score,
    PixelScores pixels,
    double regionLevel,
    ScoreHistogram histogram,
    Reliability reliability,
    double secondsLocalizing,
    double secondsScoring) {
  /** Whether it has a mask; false for an authentic image. */
  public boolean forged() {
    return key.isForged();
  }

  /** Share of the pixels above the threshold. */
  public double shareFlagged() {
    return pixels.confusion().flagged() / (double) pixels.confusion().total();
  }
}
