/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.model.ModelIdentity;

/**
 * Under which conditions an evaluation runs.
 *
 * @param data the data set
 * @param model the weights
 * @param device where it computes, and in what precision
 * @param localization mode, threshold, minimum area and what other evidence counts
 * @param forged what means forged in the masks
 */
record EvaluationRun(
    Path data,
    ModelIdentity model,
    String device,
    LocalizationOptions localization,
    ForgedMark forged) {

  /** What must be equal for results to be comparable, by the names of the command's options. */
  Map<String, String> conditions() {
    var conditions = new LinkedHashMap<String, String>();
    conditions.put("data", data.toAbsolutePath().normalize().toString());
    conditions.put("model_sha256", model.sha256());
    conditions.put("architecture", model.architecture().toJson().toString());
    conditions.put("version", Version.current());
    conditions.put("device", device);
    conditions.put("mode", localization.mode().toString());
    conditions.put("threshold", String.valueOf(localization.threshold()));
    conditions.put("min_area", String.valueOf(localization.minimumArea()));
    conditions.put("copies", localization.copies().toString());
    conditions.put("compression", localization.compression().toString());
    conditions.put("seams", localization.seams().toString());
    conditions.put("grain", localization.grain().toString());
    conditions.put("forged_value", forged.toString());
    return conditions;
  }
}
