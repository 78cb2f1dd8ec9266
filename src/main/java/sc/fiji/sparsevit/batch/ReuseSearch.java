/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.copies.CopyPart;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.EvidenceCard;
import sc.fiji.sparsevit.report.Json;
import sc.fiji.sparsevit.report.RecordedReuse;
import sc.fiji.sparsevit.report.RecordedReuse.ReusedPart;
import sc.fiji.sparsevit.report.ReuseEvidence;
import sc.fiji.sparsevit.report.ReusePreview;
import sc.fiji.sparsevit.report.ReuseReport;
import sc.fiji.sparsevit.report.RunRecord;
import sc.fiji.sparsevit.report.ScreenedPicture;
import sc.fiji.sparsevit.reuse.Reuse;
import sc.fiji.sparsevit.reuse.ReuseFinder;

/** Compares the pictures of a screening with one another, once all of them are done. */
final class ReuseSearch {
  private final Journal journal;
  private final JournalPictures pictures;

  ReuseSearch(Journal journal, List<ScreenedPicture> screened) {
    this.journal = journal;
    // By name, so that the result does not depend on scores, nor on who finished first.
    pictures =
        new JournalPictures(
            journal,
            screened.stream().sorted(Comparator.comparing(ScreenedPicture::stem)).toList());
  }

  /**
   * @throws java.util.concurrent.CancellationException when the listener says so
   */
  ReuseEvidence run(ProgressListener listener) throws IOException {
    var found = ReuseFinder.within(pictures, journal.folder(), listener);
    var recorded = new ArrayList<RecordedReuse>();
    var previews = new ArrayList<ReusePreview>();
    for (var reuse : found) {
      recorded.add(recorded(reuse));
      if (previews.size() < ReuseEvidence.MOST_SHOWN) {
        previews.add(preview(reuse));
      }
    }
    var report =
        new ReuseReport(
            new RunRecord.Software(Version.NAME, Version.current()),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            pictures.size(),
            null,
            null,
            recorded);
    return new ReuseEvidence(report, previews);
  }

  private RecordedReuse recorded(Reuse reuse) {
    var pair = reuse.pair();
    var first = place(reuse.first(), pair.first());
    var second = place(reuse.second(), pair.second());
    return new RecordedReuse(
        second.name() + " shows the same as " + first.name() + ": " + reuse.words(),
        first,
        second,
        pair.transformation().mirrored(),
        reuse.inverted(),
        pair.transformation().angle(),
        pair.transformation().scale(),
        pair.correlation(),
        pair.matches().size(),
        pair.score());
  }

  private ReusedPart place(Reuse.ReusedPanel place, CopyPart part) {
    var picture = pictures.pictures().get(place.picture());
    var box = part.box();
    return new ReusedPart(
        picture.input(),
        picture.page(),
        picture.stem(),
        picture.sha256(),
        place.panel().isEmpty() ? null : place.panel(),
        null,
        picture.width(),
        picture.height(),
        part.area(),
        box.x,
        box.y,
        box.width,
        box.height,
        PartOutline.of(part));
  }

  private ReusePreview preview(Reuse reuse) throws IOException {
    int first = reuse.first().picture();
    int second = reuse.second().picture();
    return ReusePictures.of(
        picture(first),
        picture(second),
        pictures.luminance(first),
        pictures.luminance(second),
        1,
        reuse);
  }

  /** The small picture of the report's card. */
  private String picture(int number) throws IOException {
    var card = journal.card(pictures.pictures().get(number).stem());
    try {
      return Json.EMBEDDED
          .fromJson(Files.readString(card), EvidenceCard.class)
          .previews()
          .picture();
    } catch (JsonParseException e) {
      throw new IOException(card + " is damaged; delete it and run the screening again", e);
    }
  }
}
