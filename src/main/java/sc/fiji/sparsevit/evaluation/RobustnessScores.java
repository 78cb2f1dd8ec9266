/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pixel-level figures of the forged images under one distortion (paper figure 6).
 *
 * @param distortion what was done to them at their own size, before anything else
 * @param f1 mean pixel F1 at the fixed threshold
 * @param auc mean pixel AUC
 */
public record RobustnessScores(Distortion distortion, Estimate f1, Estimate auc) {

  /** One row for each distortion of which there are results, the undistorted images first. */
  static List<RobustnessScores> of(List<ImageResult> forged, long seed) {
    Map<String, List<ImageResult>> byDistortion =
        forged.stream().collect(Collectors.groupingBy(result -> result.key().distortion()));
    return Stream.concat(Stream.of(Distortion.NONE), Distortion.sweep().stream())
        .filter(distortion -> byDistortion.containsKey(distortion.toString()))
        .map(distortion -> of(distortion, byDistortion.get(distortion.toString()), seed))
        .toList();
  }

  private static RobustnessScores of(Distortion distortion, List<ImageResult> forged, long seed) {
    var scores = ForgedScores.of(forged, seed);
    return new RobustnessScores(distortion, scores.f1(), scores.auc());
  }
}
