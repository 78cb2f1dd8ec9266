/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.MaskFile;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.HtmlPage;
import sc.fiji.sparsevit.report.PagePicture;
import sc.fiji.sparsevit.report.Thumbnail;

/** Several models side by side: tables, and rows of images with a map per model. */
public final class ComparisonPage {

  /** A cell with nothing to say. */
  public static final String NONE = "–";

  private static final int SHOWN = 12;

  private final HtmlPage page;

  public ComparisonPage(String title) {
    page = new HtmlPage(title, title);
  }

  /**
   * The maps of one model on one data set.
   *
   * @param model the heading of its maps
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
    var models = columns.stream().map(ModelMaps::model).distinct().toList();
    var first = columns.stream().filter(c -> c.model().equals(models.get(0))).toList();
    var rows = new ArrayList<List<Optional<PagePicture>>>();
    for (var image : spread(first)) {
      rows.add(row(image, models, columns));
    }
    var header = Stream.concat(Stream.of("image", "truth"), models.stream()).toList();
    page.section("Maps", note, Html.pictureTable(header, rows));
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

  private static List<Optional<PagePicture>> row(
      ResultKey image, List<String> models, List<ModelMaps> columns) throws IOException {
    var seen = ImageFile.openAsStored(Path.of(image.image())).rgb();
    var size = MapPictures.size(seen.width(), seen.height());
    var truth = AwtPictures.of(MaskFile.read(Path.of(image.mask())));
    var row = new ArrayList<Optional<PagePicture>>();
    row.add(
        Optional.of(
            PagePicture.photo(
                Thumbnail.scaled(AwtPictures.of(seen), size),
                Path.of(image.image()).getFileName().toString())));
    row.add(Optional.of(PagePicture.drawing(Thumbnail.scaled(truth, size), "")));
    var maps = maps(image, columns);
    models.forEach(model -> row.add(Optional.ofNullable(maps.get(model))));
    return row;
  }

  /** The maps of an image, by their models. */
  private static Map<String, PagePicture> maps(ResultKey image, List<ModelMaps> columns)
      throws IOException {
    var maps = new HashMap<String, PagePicture>();
    for (var column : columns) {
      for (var result : column.summary.forgedImages()) {
        if (result.key().equals(image)) {
          var map = new MapPreviews(column.evaluation.resolve("maps")).read(image);
          maps.put(
              column.model,
              PagePicture.photo(
                  MapPictures.heat(map), "F1 " + ReportTables.number(result.pixels().f1())));
        }
      }
    }
    return maps;
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
