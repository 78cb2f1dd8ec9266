/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.LineChart;

/** An evaluation as a page that needs nothing but itself. */
final class ReportPage {
  private final EvaluationRun run;
  private final EvaluationSummary summary;
  private final ReportGallery gallery;
  private final StringBuilder page = new StringBuilder();

  ReportPage(EvaluationRun run, EvaluationSummary summary, MapPreviews previews) {
    this.run = run;
    this.summary = summary;
    this.gallery = new ReportGallery(previews, run.localization().threshold());
  }

  String toHtml() throws IOException {
    start();
    summary.forged().ifPresent(this::forged);
    summary
        .authentic()
        .ifPresent(scores -> section("Authentic images", "", ReportTables.authentic(scores)));
    if (summary.forged().isPresent() && summary.authentic().isPresent()) {
      section(
          "Whole images",
          "Where forged and authentic images of a set were saved differently, an image-level score"
              + " can be won on traces of saving alone.",
          ReportTables.imageLevel(summary.imageLevel()));
    }
    thresholds();
    if (!summary.robustness().isEmpty()) {
      section(
          "Robustness",
          "Each forged image is distorted at its own size before it is localized.",
          ReportTables.robustness(summary.robustness())
              + charts(ReportCharts.robustness(summary.robustness())));
    }
    gallery();
    if (!summary.problems().isEmpty()) {
      section(
          "Problems",
          summary.problems().size() + " files could not be used, or in part only.",
          ReportTables.problems(summary.problems()));
    }
    var cost = run.model().architecture().cost(PaperResolution.SIDE, PaperResolution.SIDE);
    if (!cost.isEmpty()) {
      section("What one image costs", "At 512x512 pixels.", ReportTables.cost(cost));
    }
    section("How this was measured", "", ReportTables.conditions(run));
    return page.append("</body></html>\n").toString();
  }

  private void start() {
    page.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>SparseViT evaluation</title><style>")
        .append(css())
        .append("</style></head><body><h1>")
        .append(Html.escape(run.model().name() + " on " + run.data().getFileName()))
        .append("</h1>");
    note(
        "%d forged and %d authentic images, %s mode, threshold %s, at least %d pixels to a region."
            .formatted(
                summary.forgedImages().size(),
                summary.authenticImages().size(),
                run.localization().mode(),
                run.localization().threshold(),
                run.localization().minimumArea()));
    summary.notes().forEach(this::note);
  }

  private void forged(ForgedScores scores) {
    section(
        "Forged images",
        "Computed for each image, then averaged. An oracle takes the truth to choose something: it"
            + " shows what is left to gain, not what a user gets.",
        "<div class=\"side\">"
            + ReportTables.forged(scores)
            + charts(ReportCharts.operatingCurves(scores, run.localization().threshold()))
            + "</div>");
    note("Curves: the pixels of all forged images together.");
    section(
        "Beside published results",
        "As published, trained on the CAT-Net data, scored at 512x512. CASIA v1 served to select"
            + " SparseViT's weights, so 0.827 there is not a figure on unseen data. Only figures on"
            + " the same images compare.",
        PublishedResults.load().toHtml(run.model(), scores));
  }

  private void thresholds() {
    section(
        "What the probabilities are worth",
        "Expected calibration error over all pixels: "
            + ReportTables.number(summary.reliability().expectedCalibrationError())
            + ".",
        charts(
            List.of(
                ReportCharts.costOfThreshold(summary),
                ReportCharts.reliability(summary.reliability()))));
  }

  private void gallery() throws IOException {
    var forged = summary.forgedImages();
    if (!forged.isEmpty()) {
      section(
          "Best images",
          "Image, truth, probability, what lies above the threshold.",
          gallery.best(forged));
      section("Worst images", "", gallery.worst(forged));
    }
    if (!summary.authenticImages().isEmpty()) {
      section(
          "Authentic images with most flagged", "", gallery.mostFlagged(summary.authenticImages()));
    }
  }

  private void section(String title, String note, String body) {
    page.append("<h2>").append(Html.escape(title)).append("</h2>");
    if (!note.isEmpty()) {
      note(note);
    }
    page.append(body);
  }

  private void note(String text) {
    page.append("<p class=\"note\">").append(Html.escape(text)).append("</p>");
  }

  private static String charts(List<LineChart> charts) {
    return charts.stream()
        .map(LineChart::toSvg)
        .collect(joining("", "<div class=\"side\">", "</div>"));
  }

  static String css() {
    try (var stream = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read from the JAR", e);
    }
  }
}
