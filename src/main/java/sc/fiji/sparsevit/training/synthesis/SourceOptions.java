/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

/**
 * What is forged.
 *
 * @param figure share of samples made from drawn scientific figures instead of photographs
 * @param wholePicture share of samples that show a whole small picture instead of a part of a large
 *     one
 * @param wholePictureJpeg probability that host and donors of such a picture were JPEG files of one
 *     quality, as from one camera or web site
 * @param priorShrink probability that a photograph is shrunk first, to lose its own traces
 * @param priorFactor new size over old size of that
 */
public record SourceOptions(
    double figure,
    double wholePicture,
    double wholePictureJpeg,
    double priorShrink,
    Range priorFactor) {

  public static SourceOptions standard() {
    return new SourceOptions(0.05, 0.5, 0.5, 0.5, new Range(0.5, 0.95));
  }
}
