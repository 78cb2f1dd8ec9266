/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;
import sc.fiji.sparsevit.network.Cost;

/** An evaluation for machines: one JSON object, null where a figure is undefined. */
final class MetricsJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private static final List<String> ALWAYS =
      List.of(
          "pixel_f1",
          "pixel_iou",
          "pixel_auc",
          "image_auc",
          "authentic_pixels_flagged",
          "authentic_images_flagged");

  private final Map<String, Object> json = new LinkedHashMap<>();
  private final Map<String, List<Double>> intervals = new LinkedHashMap<>();

  private MetricsJson() {}

  static String of(EvaluationRun run, EvaluationSummary summary) {
    return new MetricsJson().write(run, summary);
  }

  private String write(EvaluationRun run, EvaluationSummary summary) {
    json.putAll(run.conditions());
    json.put("threshold", run.localization().threshold());
    json.put("min_area", run.localization().minimumArea());
    json.put("model", run.model().name());
    cost(run.model().architecture().cost(PaperResolution.SIDE, PaperResolution.SIDE));
    json.put("images_forged", summary.forgedImages().size());
    json.put("images_authentic", summary.authenticImages().size());
    json.put("problem_count", summary.problems().size());
    // Always there, so that a reader of many such files need not ask.
    ALWAYS.forEach(name -> json.put(name, null));
    summary.forged().ifPresent(this::forged);
    summary.authentic().ifPresent(this::authentic);
    imageLevel(summary.imageLevel());
    put("expected_calibration_error", summary.reliability().expectedCalibrationError());
    json.put("intervals_95", intervals);
    json.put("robustness", summary.robustness().stream().map(MetricsJson::row).toList());
    put("seconds_localizing", seconds(summary, true));
    put("seconds_scoring", seconds(summary, false));
    json.put("problems", summary.problems().stream().map(MetricsJson::row).toList());
    json.put("notes", summary.notes());
    return GSON.toJson(json);
  }

  /** Null where it is not known. */
  private void cost(List<Cost> parts) {
    var total = Cost.total(parts);
    json.put("parameters", parts.isEmpty() ? null : total.parameters());
    json.put("multiply_accumulates_512", parts.isEmpty() ? null : total.products());
    json.put("fvcore_flops_512", parts.isEmpty() ? null : total.fvcore());
  }

  private void forged(ForgedScores scores) {
    put("pixel_f1", scores.f1());
    put("pixel_iou", scores.iou());
    put("pixel_auc", scores.auc());
    put("pixel_precision", scores.precision());
    put("pixel_recall", scores.recall());
    put("pixel_f1_reverse", scores.reverseF1());
    put("pixel_iou_reverse", scores.reverseIou());
    var oracle = scores.oracle();
    put("oracle_pixel_f1_double", oracle.doubleF1());
    put("oracle_pixel_iou_double", oracle.doubleIou());
    put("oracle_threshold", oracle.bestThreshold());
    put("oracle_pixel_f1", oracle.f1AtBestThreshold());
    put("oracle_pixel_f1_per_image", oracle.f1AtBestThresholdPerImage());
  }

  private void authentic(AuthenticScores scores) {
    put("authentic_pixels_flagged", scores.pixelsFlagged());
    put("authentic_images_flagged", scores.imagesFlagged());
    put("authentic_images_with_region", scores.imagesWithRegion());
  }

  private void imageLevel(ImageLevelScores scores) {
    put("image_f1", scores.f1());
    put("image_accuracy", scores.accuracy());
    put("image_balanced_accuracy", scores.balancedAccuracy());
    put("image_auc", scores.auc());
  }

  private void put(String name, Estimate estimate) {
    put(name, estimate.value());
    intervals.put(name, pair(estimate.interval()));
  }

  private void put(String name, double value) {
    json.put(name, orNull(value));
  }

  private static Map<String, Object> row(RobustnessScores scores) {
    var row = new LinkedHashMap<String, Object>();
    row.put("distortion", scores.distortion().family().title());
    row.put("level", scores.distortion().level());
    row.put("pixel_f1", orNull(scores.f1().value()));
    row.put("pixel_f1_interval_95", pair(scores.f1().interval()));
    row.put("pixel_auc", orNull(scores.auc().value()));
    return row;
  }

  private static Map<String, Object> row(SkippedInput problem) {
    return Map.of("file", problem.input(), "reason", problem.reason());
  }

  private static double seconds(EvaluationSummary summary, boolean localizing) {
    return summary.images().stream()
        .mapToDouble(localizing ? ImageResult::secondsLocalizing : ImageResult::secondsScoring)
        .sum();
  }

  private static List<Double> pair(ConfidenceInterval interval) {
    return Double.isNaN(interval.low()) ? null : List.of(interval.low(), interval.high());
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
