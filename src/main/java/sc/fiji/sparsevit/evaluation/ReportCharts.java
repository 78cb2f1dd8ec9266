/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.sparsevit.evaluation.Distortion.Family;
import sc.fiji.sparsevit.metrics.Confusion;
import sc.fiji.sparsevit.metrics.Reliability;
import sc.fiji.sparsevit.metrics.ScoreHistogram;
import sc.fiji.sparsevit.report.LineChart;
import sc.fiji.sparsevit.report.LineChart.ChartAxis;
import sc.fiji.sparsevit.report.LineChart.Series;

/** The curves of an evaluation. */
final class ReportCharts {
  private static final double[] THRESHOLDS =
      IntStream.range(0, ScoreHistogram.STEPS).mapToDouble(ScoreHistogram::threshold).toArray();

  private ReportCharts() {}

  /** Precision against recall, and the ROC curve, of the pixels of all forged images together. */
  static List<LineChart> operatingCurves(ForgedScores scores, double threshold) {
    var confusions = scores.pooled().confusions();
    // The step that the threshold falls into; exact at 0.5.
    var chosen = confusions[Math.min((int) (threshold * confusions.length), confusions.length - 1)];
    var recall = Arrays.stream(confusions).mapToDouble(Confusion::recall).toArray();
    var precision =
        Arrays.stream(confusions)
            .mapToDouble(c -> c.flagged() == 0 ? Double.NaN : c.precision())
            .toArray();
    var falsePositives =
        Arrays.stream(confusions).mapToDouble(Confusion::falsePositiveRate).toArray();
    var mark = "at threshold " + threshold;
    return List.of(
        new LineChart(
            "Precision and recall",
            ChartAxis.ofShare("recall"),
            ChartAxis.ofShare("precision"),
            List.of(
                new Series("all thresholds", recall, precision),
                point(mark, chosen.recall(), chosen.precision()))),
        new LineChart(
            "ROC",
            ChartAxis.ofShare("false positive rate"),
            ChartAxis.ofShare("recall"),
            List.of(
                new Series("all thresholds", falsePositives, recall),
                point(mark, chosen.falsePositiveRate(), chosen.recall()))));
  }

  /** What is found and what is wrongly flagged at each threshold. */
  static LineChart costOfThreshold(EvaluationSummary summary) {
    var found =
        summary.forged().stream()
            .map(scores -> new Series("mean F1, forged", THRESHOLDS, scores.f1ByThreshold()));
    var flagged =
        summary.authentic().stream()
            .flatMap(
                scores ->
                    Stream.of(
                        new Series(
                            "pixels flagged, authentic",
                            THRESHOLDS,
                            Arrays.stream(scores.pooled().confusions())
                                .mapToDouble(Confusion::falsePositiveRate)
                                .toArray()),
                        new Series(
                            "images with a region, authentic",
                            THRESHOLDS,
                            Arrays.stream(THRESHOLDS)
                                .map(t -> shareWithRegion(summary.authenticImages(), t))
                                .toArray())));
    return new LineChart(
        "Effect of the threshold",
        ChartAxis.ofShare("threshold"),
        ChartAxis.ofShare("F1, share"),
        Stream.concat(found, flagged).toList());
  }

  static LineChart reliability(Reliability reliability) {
    var bins = IntStream.range(0, reliability.bins()).filter(i -> reliability.counts()[i] > 0);
    int[] used = bins.toArray();
    return new LineChart(
        "Reliability",
        ChartAxis.ofShare("probability"),
        ChartAxis.ofShare("share of pixels that are forged"),
        List.of(
            new Series("as promised", new double[] {0, 1}, new double[] {0, 1}),
            new Series(
                "measured",
                Arrays.stream(used).mapToDouble(reliability::meanPredicted).toArray(),
                Arrays.stream(used).mapToDouble(reliability::shareForged).toArray())));
  }

  /** One chart for each kind of distortion that was tried. */
  static List<LineChart> robustness(List<RobustnessScores> rows) {
    return Stream.of(Family.BLUR, Family.NOISE, Family.JPEG)
        .map(family -> robustness(family, rows))
        .filter(chart -> chart.series().get(0).x().length > 0)
        .toList();
  }

  private static LineChart robustness(Family family, List<RobustnessScores> rows) {
    var shown =
        rows.stream()
            .filter(
                row ->
                    row.distortion().family() == family
                        // Without blur or noise, their strength is 0; without JPEG, there is no
                        // quality.
                        || row.distortion().equals(Distortion.NONE) && family != Family.JPEG)
            .toList();
    var level = shown.stream().mapToDouble(row -> row.distortion().level()).toArray();
    var axis =
        family == Family.JPEG
            ? new ChartAxis("quality", 50, 100)
            : new ChartAxis(family.unit(), 0, 25);
    return new LineChart(
        family.title(),
        axis,
        ChartAxis.ofShare("pixel F1, AUC"),
        List.of(
            new Series("F1", level, shown.stream().mapToDouble(r -> r.f1().value()).toArray()),
            new Series("AUC", level, shown.stream().mapToDouble(r -> r.auc().value()).toArray())));
  }

  private static double shareWithRegion(List<ImageResult> authentic, double threshold) {
    return authentic.stream().filter(result -> result.regionLevel() > threshold).count()
        / (double) authentic.size();
  }

  private static Series point(String name, double x, double y) {
    return new Series(name, new double[] {x}, new double[] {y});
  }
}
