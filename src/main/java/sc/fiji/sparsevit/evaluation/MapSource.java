/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import sc.fiji.sparsevit.image.RgbImage;

/** What evaluation needs of a model. */
@FunctionalInterface
interface MapSource {
  /** The probability maps of an image. */
  Maps localize(RgbImage image);

  /**
   * Maps of one image: in native mode twice the same one.
   *
   * @param scored what is compared with the truth
   * @param atImageSize what a user would see, of the image's size
   */
  record Maps(ProbabilityMap scored, ProbabilityMap atImageSize) {}

  /**
   * A map.
   *
   * @param values probabilities 0-1, (height, width) row by row
   */
  record ProbabilityMap(float[] values, int width, int height) {}
}
