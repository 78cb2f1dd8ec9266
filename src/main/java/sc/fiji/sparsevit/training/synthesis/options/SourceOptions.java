/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.options;

/**
 * What is forged.
 *
 * @param untouched share of the authentic photographs that are shown as they came, without a
 *     history of ours
 * @param figure share of samples made from drawn scientific figures instead of photographs
 * @param page share made from pages of panels
 * @param sister share made from the same thing several times without a copy
 * @param annotated share of photographs with letters, arrows and bars on top; of figures more
 * @param optics share of photographs with a sharp object before a soft background, or at night
 * @param wholePicture share of samples that show a whole small picture instead of a part of a large
 *     one
 * @param jpeg probability that host and donors were JPEG files, as almost all photographs are
 * @param quality JPEG quality of such files, 1-100
 * @param sameQuality share of them that are of one quality, as from one camera or web site
 * @param sameOrigin share of the splices whose parts come from one folder or data set, as from one
 *     camera or web site
 * @param priorShrink probability that a photograph is shrunk first, to lose its own traces
 * @param priorFactor new size over old size of that
 */
public record SourceOptions(
    double untouched,
    double figure,
    double page,
    double sister,
    double annotated,
    double optics,
    double wholePicture,
    double jpeg,
    Range quality,
    double sameQuality,
    double sameOrigin,
    double priorShrink,
    Range priorFactor) {

  public static SourceOptions standard() {
    return new SourceOptions(
        0.4,
        0.11,
        0.08,
        0.03,
        0.07,
        0.09,
        0.5,
        0.7,
        new Range(55, 96),
        0.6,
        0.4,
        0.5,
        new Range(0.5, 0.95));
  }

  /** The same without figures, pages and things that stand there several times. */
  public SourceOptions singlePhotographs() {
    return new SourceOptions(
        untouched,
        0,
        0,
        0,
        annotated,
        optics,
        wholePicture,
        jpeg,
        quality,
        sameQuality,
        sameOrigin,
        priorShrink,
        priorFactor);
  }

  /**
   * The same with another share of drawn figures.
   *
   * @throws IllegalArgumentException unless it is between 0 and 1
   */
  public SourceOptions withFigure(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the share of drawn figures must be between 0 and 1, not " + share);
    }
    return new SourceOptions(
        untouched,
        share,
        page,
        sister,
        annotated,
        optics,
        wholePicture,
        jpeg,
        quality,
        sameQuality,
        sameOrigin,
        priorShrink,
        priorFactor);
  }
}
