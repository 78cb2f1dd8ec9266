/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.options;

/**
 * What is done so that a forgery does not stand out, each with its probability.
 *
 * @param softEdge feathering
 * @param edgeSigma of the feathering, in pixels
 * @param colourMatch moving mean and contrast of a pasted layer towards what it covers
 * @param toneChange changing its brightness and contrast at random
 * @param seamless adding what makes its colours meet the surroundings along the border
 * @param smudge blurring along the border afterwards
 */
public record BlendOptions(
    double softEdge,
    Range edgeSigma,
    double colourMatch,
    double toneChange,
    double seamless,
    double smudge) {

  public static BlendOptions standard() {
    return new BlendOptions(0.5, new Range(0.5, 1.8), 0.3, 0.3, 0.08, 0.1);
  }
}
