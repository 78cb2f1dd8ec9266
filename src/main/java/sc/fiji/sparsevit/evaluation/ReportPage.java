/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.HtmlPage;

/** An evaluation as a page that needs nothing but itself. */
final class ReportPage {
  private final EvaluationRun run;
  private final EvaluationSummary summary;
  private final ReportGallery gallery;
  private final HtmlPage page;

  ReportPage(EvaluationRun run, EvaluationSummary summary, MapPreviews previews) {
    this.run = run;
    this.summary = summary;
    this.gallery = new ReportGallery(previews, run.localization().threshold(), run.forged());
    this.page =
        new HtmlPage(
            "SparseViT evaluation", run.model().name() + " on " + run.data().getFileName());
  }

  String toHtml() throws IOException {
    start();
    summary.forged().ifPresent(this::forged);
    summary
        .authentic()
        .ifPresent(scores -> page.section("Authentic images", "", ReportTables.authentic(scores)));
    if (summary.forged().isPresent() && summary.authentic().isPresent()) {
      page.section(
          "Whole images",
          "If the forged and authentic images of a set were saved differently, traces of saving"
              + " alone can produce a good image-level score.",
          ReportTables.imageLevel(summary.imageLevel()));
    }
    thresholds();
    if (!summary.robustness().isEmpty()) {
      page.section(
          "Robustness",
          "Each forged image is distorted at its own size before the analysis.",
          ReportTables.robustness(summary.robustness())
              + HtmlPage.charts(ReportCharts.robustness(summary.robustness())));
    }
    gallery();
    if (!summary.problems().isEmpty()) {
      page.section(
          "Problems",
          summary.problems().size() + " files could not be used, or only partly.",
          ReportTables.problems(summary.problems()));
    }
    var cost = run.model().architecture().cost(PaperResolution.SIDE, PaperResolution.SIDE);
    if (!cost.isEmpty()) {
      page.section("Cost of one image", "At 512x512 pixels.", ReportTables.cost(cost));
    }
    page.section("How this was measured", "", ReportTables.conditions(run));
    return page.toHtml();
  }

  private void start() {
    page.note(
        String.format(
            Locale.ROOT,
            "%d forged and %d authentic images, %s mode, threshold %s, minimum area %d pixels.",
            summary.forgedImages().size(),
            summary.authenticImages().size(),
            run.localization().mode(),
            run.localization().threshold(),
            run.localization().minimumArea()));
    summary.notes().forEach(page::note);
  }

  private void forged(ForgedScores scores) {
    page.section(
        "Forged images",
        "Computed per image, then averaged. An oracle uses the ground truth to choose something: it"
            + " shows the potential, not what a user gets.",
        Html.beside(
            List.of(
                ReportTables.forged(scores),
                HtmlPage.charts(
                    ReportCharts.operatingCurves(scores, run.localization().threshold())))));
    page.note("Curves: the pixels of all forged images together.");
    page.section(
        "Comparison with published results",
        "As published: trained on the CAT-Net data, scored at 512x512. SparseViT's weights were"
            + " selected on CASIA v1, so its 0.827 is not a result on unseen data. Only numbers on"
            + " the same images are comparable.",
        PublishedResults.load().toHtml(run.model(), scores));
  }

  private void thresholds() {
    page.section(
        "Calibration of the probabilities",
        "Expected calibration error over all pixels: "
            + ReportTables.number(summary.reliability().expectedCalibrationError())
            + ".",
        HtmlPage.charts(
            List.of(
                ReportCharts.costOfThreshold(summary),
                ReportCharts.reliability(summary.reliability()))));
  }

  private void gallery() throws IOException {
    var forged = summary.forgedImages();
    if (!forged.isEmpty()) {
      page.section(
          "Best images",
          "Image, ground truth, probability, area above the threshold.",
          gallery.best(forged));
      page.section("Worst images", "", gallery.worst(forged));
    }
    if (!summary.authenticImages().isEmpty()) {
      page.section(
          "Authentic images with the largest flagged share",
          "",
          gallery.mostFlagged(summary.authenticImages()));
    }
  }
}
