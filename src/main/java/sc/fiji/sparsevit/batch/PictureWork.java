/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.batch.Journal.Key;
import sc.fiji.sparsevit.batch.Picture.Decoded;
import sc.fiji.sparsevit.io.Problem;
import sc.fiji.sparsevit.region.RegionOverlay;
import sc.fiji.sparsevit.report.EvidenceCard;
import sc.fiji.sparsevit.report.Input;
import sc.fiji.sparsevit.report.ScreenedPicture;

/** A picture on its way: whose it is, and where its results go. */
record PictureWork(ScreeningTask task, Key key, Picture picture, Journal journal) {

  LocalizationOptions localization() {
    return task.options().localization();
  }

  Problem problem(Throwable cause) {
    return Problems.of(task.input(), picture.part(), cause);
  }

  /**
   * Writes all results, the mark that it is done last.
   *
   * @throws UncheckedIOException if that fails; nothing is left of them then
   */
  ScreenedPicture write(Decoded decoded, Localization found) {
    var files = task.files(picture);
    try {
      journal.forget(files);
      var finding = new Finding(decoded.image(), found);
      var record =
          LocalizationFiles.write(files, input(found), task.options().recorded(), List.of(finding));
      var screened = screened(files, found);
      var previews =
          PreviewLayers.of(
              RegionOverlay.draw(decoded.image().pixels(), List.of()),
              found.map(),
              found.regions().mask());
      journal.markDone(key, screened, new EvidenceCard(record, decoded.provenance(), previews));
      return screened;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private Input input(Localization found) {
    Path file = task.file();
    return new Input(
        file.getFileName().toString(),
        task.input(),
        picture.page(),
        picture.places().isEmpty() ? null : picture.places(),
        key.input(),
        Input.FILE,
        found.map().getWidth(),
        found.map().getHeight(),
        1);
  }

  private ScreenedPicture screened(OutputFiles files, Localization found) {
    int width = found.map().getWidth();
    int height = found.map().getHeight();
    var regions = found.regions().regions();
    double flagged = regions.stream().mapToLong(region -> region.area()).sum();
    return new ScreenedPicture(
        task.input(),
        picture.page(),
        picture.places(),
        files.stem(),
        key.input(),
        width,
        height,
        found.score(),
        regions.size(),
        flagged / ((double) width * height),
        found.seconds());
  }
}
