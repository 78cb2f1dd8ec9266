/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.options;

import com.google.gson.annotations.SerializedName;

/**
 * What is done so that a forgery does not stand out, each with its probability.
 *
 * @param softEdge feathering
 * @param edgeSigma of the feathering, in pixels
 * @param colorMatch moving mean and contrast of a pasted layer toward what it covers
 * @param toneChange changing its brightness and contrast at random
 * @param seamless adding what makes its colors meet the surroundings along the border
 * @param smudge blurring along the border afterwards
 */
public record BlendOptions(
    double softEdge,
    Range edgeSigma,
    @SerializedName("colourMatch") double colorMatch,
    double toneChange,
    double seamless,
    double smudge) {

  public static BlendOptions standard() {
    return new BlendOptions(0.5, new Range(0.4, 2.2), 0.35, 0.25, 0.08, 0.1);
  }
}
