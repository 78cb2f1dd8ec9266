/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.data.LabeledImage;
import sc.fiji.sparsevit.data.LabeledPicture;
import sc.fiji.sparsevit.evaluation.MapSource.Maps;
import sc.fiji.sparsevit.evaluation.MapSource.ProbabilityMap;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.image.Mask;
import sc.fiji.sparsevit.metrics.LabeledScores;
import sc.fiji.sparsevit.metrics.PixelScores;
import sc.fiji.sparsevit.metrics.Reliability;
import sc.fiji.sparsevit.metrics.ScoreHistogram;

/** Localizes one labeled image and compares the map with the truth. */
final class ImageScorer {
  private static final double NANO = 1e-9;

  /** A result with the map that it was computed from, at the image's size. */
  record Scored(ImageResult result, ProbabilityMap map) {}

  private final MapSource model;
  private final LocalizationOptions options;
  private final ForgedMark forged;

  /**
   * @param forged what means forged in the masks
   */
  ImageScorer(MapSource model, LocalizationOptions options, ForgedMark forged) {
    this.model = model;
    this.options = options;
    this.forged = forged;
  }

  /**
   * Scores an image under a distortion.
   *
   * @throws IOException if the image or the mask cannot be read or their sizes differ
   */
  Scored score(LabeledImage labeled, Distortion distortion) throws IOException {
    var picture = LabeledPicture.read(labeled, forged);
    var input = distortion.apply(picture.image());
    var key = ResultKey.of(labeled, distortion);
    long start = System.nanoTime();
    var maps = model.localize(input);
    double localizing = (System.nanoTime() - start) * NANO;
    return new Scored(compare(key, maps, picture.truth(), localizing), maps.atImageSize());
  }

  private ImageResult compare(ResultKey key, Maps maps, Mask truth, double localizing) {
    long start = System.nanoTime();
    var map = maps.scored();
    var pixels = LabeledScores.of(map.values(), truth.resized(map.width(), map.height()).forged());
    if (key.isForged() && pixels.positives() == 0) {
      throw new IllegalArgumentException("has a mask that marks no pixels");
    }
    return new ImageResult(
        key,
        truth.width(),
        truth.height(),
        maximum(map.values()),
        PixelScores.of(pixels, options.threshold()),
        RegionLevel.of(maps.atImageSize().values(), truth.width(), options.minimumArea()),
        ScoreHistogram.of(pixels),
        Reliability.of(pixels),
        localizing,
        (System.nanoTime() - start) * NANO);
  }

  private static double maximum(float[] values) {
    float maximum = 0;
    for (float value : values) {
      maximum = Math.max(maximum, value);
    }
    return maximum;
  }
}
