/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.metrics.Reliability;

/**
 * The figures of an evaluation.
 *
 * @param forged pixel-level figures; none without a usable forged image
 * @param authentic false positives; none without an authentic image
 * @param imageLevel undefined without images of both kinds
 * @param reliability of the pixels of all images
 * @param robustness one row per distortion; empty unless it was asked for
 * @param images the undistorted images that the numbers are computed from
 * @param problems files that were left out, or could be used in part only, each with its reason
 * @param notes what else a reader must know
 */
public record EvaluationSummary(
    Optional<ForgedScores> forged,
    Optional<AuthenticScores> authentic,
    ImageLevelScores imageLevel,
    Reliability reliability,
    List<RobustnessScores> robustness,
    List<ImageResult> images,
    List<SkippedInput> problems,
    List<String> notes) {
  // Any fixed number: the same results give the same intervals.
  private static final long SEED = 1;

  static EvaluationSummary of(
      List<ImageResult> results,
      double threshold,
      List<SkippedInput> problems,
      List<String> notes) {
    var images = results.stream().filter(result -> result.key().isUndistorted()).toList();
    var forged = images.stream().filter(ImageResult::forged).toList();
    var authentic = images.stream().filter(result -> !result.forged()).toList();
    boolean sweep = results.size() > images.size();
    return new EvaluationSummary(
        forged.isEmpty() ? Optional.empty() : Optional.of(ForgedScores.of(forged, SEED)),
        authentic.isEmpty()
            ? Optional.empty()
            : Optional.of(AuthenticScores.of(authentic, threshold, SEED)),
        ImageLevelScores.of(images, threshold, SEED),
        images.stream()
            .map(ImageResult::reliability)
            .reduce(Reliability.empty(), Reliability::plus),
        sweep
            ? RobustnessScores.of(results.stream().filter(ImageResult::forged).toList(), SEED)
            : List.of(),
        images,
        List.copyOf(problems),
        List.copyOf(notes));
  }

  List<ImageResult> forgedImages() {
    return images.stream().filter(ImageResult::forged).toList();
  }

  List<ImageResult> authenticImages() {
    return images.stream().filter(result -> !result.forged()).toList();
  }
}
