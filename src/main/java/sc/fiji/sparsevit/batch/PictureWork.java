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
import sc.fiji.sparsevit.batch.InputPicture.Decoded;
import sc.fiji.sparsevit.batch.Journal.Key;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.EvidenceKind;
import sc.fiji.sparsevit.region.RegionOverlay;
import sc.fiji.sparsevit.report.EvidenceCard;
import sc.fiji.sparsevit.report.RecordedInput;
import sc.fiji.sparsevit.report.ScreenedPicture;
import sc.fiji.sparsevit.reuse.PictureFeatures;

/** A picture on its way: whose it is, and where its results go. */
record PictureWork(ScreeningTask task, Key key, InputPicture picture, Journal journal) {

  LocalizationOptions localization() {
    return task.options().localization();
  }

  SkippedInput problem(Throwable cause) {
    return SkippedInput.of(task.file(), picture.part(), cause);
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
      var finding = new AnalyzedPicture(decoded.image(), found);
      var record =
          LocalizationFiles.write(files, input(found), task.options().recorded(), List.of(finding));
      var screened = screened(files, found);
      if (task.options().reuse().on()) {
        var gray = Luminance.of(decoded.image());
        journal.writeCompared(
            files.stem(), gray, PictureFeatures.of(gray, parts(found), ProgressListener.NONE));
      }
      var drawn = RegionOverlay.draw(decoded.image().pixels(), List.of());
      var pairs = found.copies().stream().map(pair -> PairPictures.of(drawn, pair)).toList();
      var previews =
          PreviewLayers.of(drawn, found.map(), found.regions().mask(), found.network().stretched());
      journal.markDone(
          key, screened, new EvidenceCard(record, decoded.provenance(), previews, pairs));
      return screened;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static List<PictureFeatures.Part> parts(Localization found) {
    return found.panels().stream()
        .map(panel -> new PictureFeatures.Part(panel.name(), panel.bounds()))
        .toList();
  }

  private RecordedInput input(Localization found) {
    Path file = task.file();
    return new RecordedInput(
        file.getFileName().toString(),
        task.input(),
        picture.page(),
        picture.places().isEmpty() ? null : picture.places(),
        key.input(),
        RecordedInput.FILE,
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
        found.copies().size(),
        misfits(found, EvidenceKind.COMPRESSION),
        misfits(found, EvidenceKind.SEAMS),
        misfits(found, EvidenceKind.GRAIN),
        regions.stream()
            .flatMap(region -> region.grounds().kinds().stream())
            .distinct()
            .sorted()
            .map(EvidenceKind::toString)
            .toList(),
        found.networkScore(),
        found.regions().above(),
        flagged / ((double) width * height),
        found.seconds(),
        found.mapping().notes());
  }

  private static int misfits(Localization found, EvidenceKind kind) {
    return (int) found.misfits().stream().filter(misfit -> misfit.evidence() == kind).count();
  }
}
