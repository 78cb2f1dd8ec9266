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
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.MaskFile;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.PagePicture;
import sc.fiji.sparsevit.report.Thumbnail;

/** Images of an evaluation with their truth, map and overlay. */
final class ReportGallery {
  private static final int SHOWN = 10;
  private static final Comparator<ImageResult> BY_F1 =
      Comparator.comparingDouble(result -> result.pixels().f1());

  private final MapPreviews previews;
  private final double threshold;
  private final ForgedMark forged;

  ReportGallery(MapPreviews previews, double threshold, ForgedMark forged) {
    this.forged = forged;
    this.previews = previews;
    this.threshold = threshold;
  }

  String best(List<ImageResult> forged) throws IOException {
    return figures(forged.stream().sorted(BY_F1.reversed()));
  }

  String worst(List<ImageResult> forged) throws IOException {
    return figures(forged.stream().sorted(BY_F1));
  }

  String mostFlagged(List<ImageResult> authentic) throws IOException {
    return figures(
        authentic.stream()
            .sorted(Comparator.comparingDouble(ImageResult::shareFlagged).reversed()));
  }

  private String figures(Stream<ImageResult> results) throws IOException {
    var html = new StringBuilder();
    for (var result : results.limit(SHOWN).toList()) {
      html.append(figure(result));
    }
    return html.toString();
  }

  private String figure(ImageResult result) throws IOException {
    var key = result.key();
    var image = ImageFile.openAsStored(Path.of(key.image())).rgb();
    var size = MapPictures.size(image.width(), image.height());
    var photo = Thumbnail.scaled(AwtPictures.of(image), size);
    var map = previews.read(key);
    var pictures = new ArrayList<PagePicture>();
    pictures.add(PagePicture.photo(photo, "image"));
    if (result.forged()) {
      var truth = AwtPictures.of(MaskFile.read(Path.of(key.mask()), forged));
      pictures.add(PagePicture.drawing(Thumbnail.scaled(truth, size), "truth"));
    }
    pictures.add(PagePicture.photo(MapPictures.heat(map), "probability"));
    pictures.add(
        PagePicture.photo(MapPictures.overlay(photo, map, threshold), "above the threshold"));
    return Html.figure(caption(result), pictures);
  }

  private static String caption(ImageResult result) {
    var name = Path.of(result.key().image()).getFileName();
    var flagged =
        String.format(Locale.ROOT, "%.1f %% of the pixels flagged", 100 * result.shareFlagged());
    return result.forged()
        ? String.format(
            Locale.ROOT,
            "%s: F1 %s, AUC %s, %s",
            name,
            ReportTables.number(result.pixels().f1()),
            ReportTables.number(result.pixels().auc()),
            flagged)
        : name + ": " + flagged;
  }
}
