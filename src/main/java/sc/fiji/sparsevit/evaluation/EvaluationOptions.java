/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.nio.file.Path;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.image.ForgedMark;

/**
 * What is evaluated, and how.
 *
 * @param data a data set as {@link sc.fiji.sparsevit.data.ForgeryDatasets} reads it
 * @param output folder for the results; created if missing
 * @param localization mode, threshold and minimum area; in paper mode scores are computed at
 *     512x512, in native mode at each image's own size
 * @param limit how many forged and how many authentic images at most; 0 for all
 * @param robustness whether the forged images are evaluated under blur, noise and JPEG too
 * @param resume whether results that a stopped run left in the output folder are kept
 * @param forged what means forged in the masks
 */
public record EvaluationOptions(
    Path data,
    Path output,
    LocalizationOptions localization,
    int limit,
    boolean robustness,
    boolean resume,
    ForgedMark forged) {

  public EvaluationOptions {
    if (limit < 0) {
      throw new IllegalArgumentException(
          "limit must be a number of images, or 0 for all, not " + limit);
    }
  }

  /** All images with the defaults of {@link LocalizationOptions}, from the start. */
  public static EvaluationOptions of(Path data, Path output) {
    return new EvaluationOptions(
        data,
        output,
        LocalizationOptions.defaults().withPanels(PanelSearch.OFF),
        0,
        false,
        false,
        ForgedMark.BRIGHT);
  }

  public EvaluationOptions withLocalization(LocalizationOptions other) {
    return new EvaluationOptions(data, output, other, limit, robustness, resume, forged);
  }

  public EvaluationOptions withLimit(int other) {
    return new EvaluationOptions(data, output, localization, other, robustness, resume, forged);
  }

  public EvaluationOptions withRobustness(boolean other) {
    return new EvaluationOptions(data, output, localization, limit, other, resume, forged);
  }

  public EvaluationOptions withForged(ForgedMark other) {
    return new EvaluationOptions(data, output, localization, limit, robustness, resume, other);
  }

  public EvaluationOptions withResume(boolean other) {
    return new EvaluationOptions(data, output, localization, limit, robustness, other, forged);
  }
}
