/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.network.Cost;
import sc.fiji.sparsevit.report.Html;

/** The tables of an evaluation, as HTML. */
final class ReportTables {
  private static final double GIGA = 1e-9;

  private ReportTables() {}

  static String forged(ForgedScores scores) {
    var oracle = scores.oracle();
    return Html.table(
        List.of("pixel level, mean over forged images", "value", "95 % interval"),
        List.of(
            row("F1", scores.f1()),
            row("IoU", scores.iou()),
            row("AUC", scores.auc()),
            row("precision", scores.precision()),
            row("recall", scores.recall()),
            row("F1, reverse (inverted prediction)", scores.reverseF1()),
            row("IoU, reverse", scores.reverseIou()),
            row(
                "oracle: F1 at threshold " + number(oracle.bestThreshold()) + ", best for all",
                oracle.f1AtBestThreshold()),
            row("oracle: F1 with each image's best threshold", oracle.f1AtBestThresholdPerImage()),
            row("oracle: F1, double (better polarity)", oracle.doubleF1()),
            row("oracle: IoU, double", oracle.doubleIou())));
  }

  static String authentic(AuthenticScores scores) {
    return Html.table(
        List.of("false positives on authentic images", "share", "95 % interval"),
        List.of(
            row("of all pixels, flagged", scores.pixelsFlagged()),
            row("of images, with more than 1 % of their pixels flagged", scores.imagesFlagged()),
            row("of images, with any region", scores.imagesWithRegion())));
  }

  static String imageLevel(ImageLevelScores scores) {
    return Html.table(
        List.of("image level, score = maximum of the map", "value", "95 % interval"),
        List.of(
            row("F1", scores.f1()),
            row("accuracy", scores.accuracy()),
            row("balanced accuracy", scores.balancedAccuracy()),
            row("AUC", scores.auc())));
  }

  /** Parts of the network with their parameters and multiply-accumulates, as two tools count. */
  static String cost(List<Cost> parts) {
    return Html.table(
        List.of("part", "parameters", "multiply-accumulates", "as fvcore counts"),
        Stream.concat(parts.stream(), Stream.of(Cost.total(parts)))
            .map(
                cost ->
                    List.of(
                        cost.part(),
                        format("%,d", cost.parameters()),
                        format("%.2f G", cost.products() * GIGA),
                        format("%.2f G", cost.fvcore() * GIGA)))
            .toList());
  }

  static String robustness(List<RobustnessScores> rows) {
    return Html.table(
        List.of("distortion", "level", "pixel F1", "95 % interval", "pixel AUC"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.distortion().family().title(),
                        row.distortion().equals(Distortion.NONE)
                            ? ""
                            : String.valueOf(row.distortion().level()),
                        number(row.f1().value()),
                        interval(row.f1()),
                        number(row.auc().value())))
            .toList());
  }

  static String problems(List<SkippedInput> problems) {
    return Html.table(
        List.of("file", "reason"),
        problems.stream().map(p -> List.of(p.input(), p.reason())).toList());
  }

  static String conditions(EvaluationRun run) {
    return Html.table(
        List.of("condition", "value"),
        Stream.concat(
                Stream.of(List.of("model", run.model().name())),
                run.conditions().entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())))
            .toList());
  }

  static String number(double value) {
    return Double.isNaN(value) ? "–" : format("%.3f", value);
  }

  private static List<String> row(String name, Estimate estimate) {
    return List.of(name, number(estimate.value()), interval(estimate));
  }

  private static List<String> row(String name, double value) {
    return List.of(name, number(value), "");
  }

  private static String interval(Estimate estimate) {
    var interval = estimate.interval();
    return Double.isNaN(interval.low())
        ? "–"
        : number(interval.low()) + " – " + number(interval.high());
  }

  private static String format(String pattern, Object value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
