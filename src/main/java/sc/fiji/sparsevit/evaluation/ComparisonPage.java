/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.MaskFile;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.HtmlPage;
import sc.fiji.sparsevit.report.Thumbnail;

/** Several models side by side: tables, and rows of images with a map per model. */
public final class ComparisonPage {

  /** A cell with nothing to say. */
  public static final String NONE = "–";

  private static final int SHOWN = 12;

  private final HtmlPage page;
  private final StringBuilder body = new StringBuilder();

  public ComparisonPage(String title) {
    page = new HtmlPage(title, title);
  }

  /**
   * The maps of one model on one data set.
   *
   * @param model what stands over its maps
   * @param evaluation the folder that an evaluation of it has written
   * @param summary of that evaluation
   */
  public record ModelMaps(String model, Path evaluation, EvaluationSummary summary) {}

  /** A paragraph. */
  public ComparisonPage note(String text) {
    page.note(text);
    return this;
  }

  /** A table under a heading; every row has a cell for each column of the header. */
  public ComparisonPage table(
      String heading, String note, List<String> header, List<List<String>> rows) {
    page.section(heading, note, Html.table(header, rows));
    return this;
  }

  /**
   * Rows of images: picture, truth, one map per model, as in the paper's figures 5, 7 and 8.
   *
   * @param columns of one data set after the other, or mixed; images are matched by their files
   * @throws IOException when a picture, a mask or a map cannot be read
   */
  public ComparisonPage gallery(String note, List<ModelMaps> columns) throws IOException {
    page.section("Maps", note, "");
    var models = columns.stream().map(ModelMaps::model).distinct().toList();
    body.append("<table class=\"maps\"><thead><tr><th>image</th><th>truth</th>");
    models.forEach(model -> body.append("<th>").append(Html.escape(model)).append("</th>"));
    body.append("</tr></thead><tbody>");
    var first = columns.stream().filter(c -> c.model().equals(models.get(0))).toList();
    for (var image : spread(first)) {
      row(image, models, columns);
    }
    body.append("</tbody></table>");
    page.add(body.toString());
    body.setLength(0);
    return this;
  }

  /** Forged images of one model's sets, from the best to the worst, at even distances. */
  private static List<ResultKey> spread(List<ModelMaps> ofOneModel) {
    var sorted =
        ofOneModel.stream()
            .flatMap(column -> column.summary.forgedImages().stream())
            .sorted(Comparator.comparingDouble((ImageResult r) -> -r.pixels().f1()))
            .map(ImageResult::key)
            .toList();
    int shown = Math.min(SHOWN, sorted.size());
    return IntStream.range(0, shown)
        .mapToObj(i -> sorted.get(shown == 1 ? 0 : i * (sorted.size() - 1) / (shown - 1)))
        .toList();
  }

  private void row(ResultKey image, List<String> models, List<ModelMaps> columns)
      throws IOException {
    var seen = ImageFile.openAsStored(Path.of(image.image())).rgb();
    var size = MapPictures.size(seen.width(), seen.height());
    body.append("<tr>");
    cell(
        Html.dataUri(Thumbnail.scaled(AwtPictures.of(seen), size), "jpg"),
        Path.of(image.image()).getFileName().toString());
    var truth = AwtPictures.of(MaskFile.read(Path.of(image.mask())));
    cell(Html.dataUri(Thumbnail.scaled(truth, size), "png"), "");
    var shown = new LinkedHashMap<String, String[]>();
    for (var column : columns) {
      for (var result : column.summary.forgedImages()) {
        if (result.key().equals(image)) {
          var map = new MapPreviews(column.evaluation.resolve("maps")).read(image);
          shown.put(
              column.model,
              new String[] {
                Html.dataUri(MapPictures.heat(map), "jpg"),
                "F1 " + ReportTables.number(result.pixels().f1())
              });
        }
      }
    }
    for (var model : models) {
      var map = shown.get(model);
      if (map == null) {
        body.append("<td>").append(NONE).append("</td>");
      } else {
        cell(map[0], map[1]);
      }
    }
    body.append("</tr>");
  }

  private void cell(String picture, String caption) {
    body.append(
        String.format(
            Locale.ROOT,
            "<td><img src=\"%s\" alt=\"\"><br>%s</td>",
            picture,
            Html.escape(caption)));
  }

  /** A figure with its interval, where it has one. */
  public static String figure(Estimate estimate) {
    var interval = estimate.interval();
    return Double.isNaN(interval.low())
        ? ReportTables.number(estimate.value())
        : String.format(
            Locale.ROOT,
            "%s (%s to %s)",
            ReportTables.number(estimate.value()),
            ReportTables.number(interval.low()),
            ReportTables.number(interval.high()));
  }

  /** The page, which needs nothing but itself. */
  public String toHtml() {
    return page.toHtml();
  }
}
