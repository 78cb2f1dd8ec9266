/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import sc.fiji.sparsevit.io.Csv;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.model.ModelIdentity;

/**
 * Several models on one data set: one table, with the published rows, and one gallery (paper tables
 * 4, 5 and 8; figures 5, 7 and 8).
 */
public final class ModelComparison {

  private static final String PAGE = "comparison.html";
  private static final String FIGURES = "comparison.csv";

  private ModelComparison() {}

  /**
   * A model and what it came to.
   *
   * @param name what it is called in the comparison
   * @param evaluation the folder that an evaluation of it has written
   */
  public record ComparedModel(
      String name, ModelIdentity identity, Path evaluation, EvaluationSummary summary) {}

  /**
   * Writes {@code comparison.html} and {@code comparison.csv}.
   *
   * @return the page
   */
  public static Path write(Path data, List<ComparedModel> models, Path output) throws IOException {
    var page = new ComparisonPage("Models on " + data.toAbsolutePath().normalize().getFileName());
    page.table(
        "Measured here",
        "All models on the same images, with 95 % intervals over images in brackets.",
        List.of(
            "model",
            "pixel F1",
            "pixel IoU",
            "pixel AUC",
            "authentic pixels flagged",
            "authentic images with a region",
            "SHA-256"),
        models.stream().map(ModelComparison::row).toList());
    var published = PublishedResults.load();
    page.table(
        "Comparison with published results",
        "Rows marked published are quoted, on the published sets; only numbers on the same images"
            + " are comparable.",
        published.header(),
        published.rows(
            models.stream()
                .filter(model -> model.summary.forged().isPresent())
                .map(model -> published.measured(model.identity, model.summary.forged().get()))
                .toList()));
    page.gallery(
        "Forged images, evenly spaced from the first model's best to its worst.",
        models.stream()
            .map(model -> new ComparisonPage.ModelMaps(model.name, model.evaluation, model.summary))
            .toList());
    WholeFile.write(output.resolve(FIGURES), part -> Files.writeString(part, csv(models)));
    WholeFile.write(output.resolve(PAGE), part -> Files.writeString(part, page.toHtml()));
    return output.resolve(PAGE);
  }

  private static List<String> row(ComparedModel model) {
    return List.of(
        model.name,
        forged(model, ForgedScores::f1),
        forged(model, ForgedScores::iou),
        forged(model, ForgedScores::auc),
        authentic(model, AuthenticScores::pixelsFlagged),
        authentic(model, AuthenticScores::imagesWithRegion),
        model.identity.sha256());
  }

  private static String forged(ComparedModel model, Function<ForgedScores, Estimate> figure) {
    return ComparisonPage.figure(model.summary.forged().map(figure).orElse(Estimate.UNDEFINED));
  }

  private static String authentic(ComparedModel model, Function<AuthenticScores, Estimate> figure) {
    return model
        .summary
        .authentic()
        .map(figure)
        .map(
            share ->
                String.format(
                    Locale.ROOT,
                    "%.2f %% (%.2f to %.2f)",
                    100 * share.value(),
                    100 * share.interval().low(),
                    100 * share.interval().high()))
        .orElse(ComparisonPage.NONE);
  }

  private static String csv(List<ComparedModel> models) {
    var csv = new StringBuilder();
    csv.append(Csv.line("model", "sha256", "f1", "iou", "auc", "authentic_pixels_flagged"));
    for (var model : models) {
      var forged = model.summary.forged();
      csv.append(
          Csv.line(
              model.name,
              model.identity.sha256(),
              forged.map(scores -> scores.f1().value()).orElse(Double.NaN),
              forged.map(scores -> scores.iou().value()).orElse(Double.NaN),
              forged.map(scores -> scores.auc().value()).orElse(Double.NaN),
              model
                  .summary
                  .authentic()
                  .map(scores -> scores.pixelsFlagged().value())
                  .orElse(Double.NaN)));
    }
    return csv.toString();
  }
}
