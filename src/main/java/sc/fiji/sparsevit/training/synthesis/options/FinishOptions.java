/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.options;

/**
 * What happens to a picture as a whole after it was, or was not, forged.
 *
 * @param enlargement probability of enlarging it
 * @param enlargementFactor new size over old size
 * @param reduction probability of shrinking it
 * @param reductionFactor new size over old size
 * @param sharpening probability of mild sharpening, as web sites do after shrinking
 * @param levels probability of another contrast and brightness
 * @param blur probability of mild blur, as of a filter against noise
 * @param blurSigma in pixels
 * @param noise probability of noise
 * @param noiseSigma in gray levels
 * @param jpeg probability of saving it as JPEG
 * @param quality JPEG quality, 1-100
 * @param heavyJpeg share of the JPEGs with the heavy quality instead
 * @param heavyQuality JPEG quality, 1-100
 * @param secondJpeg probability of saving a JPEG once more
 * @param alignedGrid share of the JPEGs whose 8x8 grid starts at the picture's corner
 */
public record FinishOptions(
    double enlargement,
    Range enlargementFactor,
    double reduction,
    Range reductionFactor,
    double sharpening,
    double levels,
    double blur,
    Range blurSigma,
    double noise,
    Range noiseSigma,
    double jpeg,
    Range quality,
    double heavyJpeg,
    Range heavyQuality,
    double secondJpeg,
    double alignedGrid) {

  public static FinishOptions standard() {
    return new FinishOptions(
        0.1,
        new Range(1.05, 1.5),
        0.15,
        new Range(0.6, 0.95),
        0.08,
        0.15,
        0.14,
        new Range(0.4, 2.5),
        0.25,
        new Range(0.5, 4.5),
        0.6,
        new Range(70, 98),
        0.35,
        new Range(40, 75),
        0.15,
        0.7);
  }
}
