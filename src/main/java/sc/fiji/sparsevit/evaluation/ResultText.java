/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;

/**
 * What an evaluation or a calibration came to, in lines for people. In brackets stand 95 %
 * intervals.
 *
 * @param results the figures and where the files are
 * @param warnings what else must be known, and the files that could not be used
 * @param complete whether every file could be used
 */
public record ResultText(List<String> results, List<String> warnings, boolean complete) {
  /** A profile from fewer is hardly one. */
  private static final int FEWEST_IMAGES = 30;

  public ResultText {
    results = List.copyOf(results);
    warnings = List.copyOf(warnings);
  }

  /**
   * @param output the folder that the evaluation has written
   */
  public static ResultText of(EvaluationSummary summary, Path output) {
    var results = new ArrayList<String>();
    summary.forged().ifPresent(forged -> results.add(forged(forged)));
    summary.authentic().ifPresent(authentic -> results.add(authentic(authentic)));
    results.add("Report: " + output.resolve("report.html"));
    return of(results, summary.notes(), summary.problems());
  }

  /**
   * @param file that holds the profile
   */
  public static ResultText of(Calibration calibration, Path file) {
    var profile = calibration.profile();
    var results =
        List.of(
            String.format(
                Locale.ROOT,
                "Profile %s: threshold %s%s",
                profile.name(),
                number(profile.threshold(), 1),
                interval(profile.thresholdInterval(), 1)),
            String.format(
                Locale.ROOT,
                "Above it: %s of the %s%s, measured on %d images",
                percent(profile.measuredRate()),
                profile.of(),
                interval(profile.measuredInterval(), 100),
                profile.images()),
            "This rate is that of the network alone: the search for copies and the checks of"
                + " compression, seams, and grain can add regions.",
            "Saved as: " + file);
    return of(results, notes(calibration), calibration.problems());
  }

  private static List<String> notes(Calibration calibration) {
    int images = calibration.profile().images();
    return images >= FEWEST_IMAGES
        ? calibration.notes()
        : Stream.concat(
                calibration.notes().stream(),
                Stream.of(
                    "This profile stems from few images ("
                        + images
                        + "), so its threshold may be far off; calibrate on at least some hundred."))
            .toList();
  }

  private static ResultText of(
      List<String> results, List<String> notes, List<SkippedInput> problems) {
    var warnings =
        Stream.concat(
            notes.stream(),
            problems.stream().map(problem -> problem.input() + ": " + problem.reason()));
    return new ResultText(results, warnings.toList(), problems.isEmpty());
  }

  private static String forged(ForgedScores scores) {
    return String.format(
        Locale.ROOT,
        "Forged images: %d, pixel F1 %s, IoU %s, AUC %s",
        scores.images(),
        figure(scores.f1()),
        figure(scores.iou()),
        figure(scores.auc()));
  }

  private static String authentic(AuthenticScores scores) {
    return String.format(
        Locale.ROOT,
        "Authentic images: %d, %s of all pixels flagged%s, %s of images with a region%s",
        scores.images(),
        percent(scores.pixelsFlagged().value()),
        interval(scores.pixelsFlagged().interval(), 100),
        percent(scores.imagesWithRegion().value()),
        interval(scores.imagesWithRegion().interval(), 100));
  }

  private static String figure(Estimate estimate) {
    return number(estimate.value(), 1) + interval(estimate.interval(), 1);
  }

  private static String percent(double share) {
    return number(share, 100) + " %";
  }

  private static String interval(ConfidenceInterval interval, double unit) {
    return String.format(
        Locale.ROOT, " (%s to %s)", number(interval.low(), unit), number(interval.high(), unit));
  }

  private static String number(double value, double unit) {
    return String.format(Locale.ROOT, unit == 1 ? "%.3f" : "%.2f", unit * value);
  }
}
