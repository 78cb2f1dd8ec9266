/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.copies.CopyPart;
import sc.fiji.sparsevit.io.Sha256;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.progress.PartOfProgress;
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
import sc.fiji.sparsevit.reuse.Archive;
import sc.fiji.sparsevit.reuse.ArchivedPicture;
import sc.fiji.sparsevit.reuse.NewPicture;
import sc.fiji.sparsevit.reuse.PictureFeatures;
import sc.fiji.sparsevit.reuse.Reuse;
import sc.fiji.sparsevit.reuse.ReuseFinder;

/**
 * Compares the pictures of a screening, once all of them are done, with one another and with those
 * of an archive, which they are added to.
 */
final class ReuseSearch {
  private final Journal journal;
  private final JournalPictures pictures;
  private final ReuseOptions options;
  private final List<RecordedReuse> pairs = new ArrayList<>();
  private final List<ReusePreview> previews = new ArrayList<>();
  private final List<SkippedInput> problems = new ArrayList<>();

  ReuseSearch(Journal journal, List<ScreenedPicture> screened, ReuseOptions options) {
    this.journal = journal;
    this.options = options;
    // By name, so that the result does not depend on scores, nor on who finished first.
    pictures =
        new JournalPictures(
            journal,
            screened.stream().sorted(Comparator.comparing(ScreenedPicture::stem)).toList());
  }

  /** What could not be done with the archive; the pictures were compared with one another then. */
  List<SkippedInput> problems() {
    return problems;
  }

  /**
   * @param messages told when another run uses the archive, and what is wrong with it
   * @throws java.util.concurrent.CancellationException when the listener says so
   */
  ReuseEvidence run(ProgressListener listener, Consumer<String> messages) throws IOException {
    int parts = options.archive() == null ? 1 : 2;
    var within = new PartOfProgress(listener, 0, parts);
    for (var reuse : ReuseFinder.within(pictures, journal.folder(), within)) {
      int second = reuse.second().picture();
      var other = part(reuse.second(), reuse.pair().second());
      add(reuse, other, picture(second), () -> pictures.luminance(second));
    }
    Integer archived = null;
    if (options.archive() != null) {
      try {
        archived = compareWithArchive(new PartOfProgress(listener, 1, parts), messages);
      } catch (IOException e) {
        var problem = SkippedInput.of(options.archive(), "archive", e);
        messages.accept(problem.sentence());
        problems.add(problem);
      }
    }
    return new ReuseEvidence(
        new ReuseReport(
            new RunRecord.Software(Version.NAME, Version.current(), Version.commit()),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            pictures.size(),
            archived == null ? null : options.archive(),
            archived,
            pairs),
        previews);
  }

  /** How many pictures the archive has, apart from those of this screening. */
  private int compareWithArchive(ProgressListener listener, Consumer<String> messages)
      throws IOException {
    var descriptions = new ArrayList<ArchivedPicture>();
    for (int i = 0; i < pictures.size(); i++) {
      descriptions.add(description(i));
    }
    try (var locked = LockedArchive.open(Path.of(options.archive()), listener, messages)) {
      var archive = locked.archive();
      var own = descriptions.stream().map(ArchivedPicture::identity).collect(Collectors.toSet());
      var others = archive.pictures().stream().filter(known -> !own.contains(known.identity()));
      int compared = (int) others.count();
      var comparing = new PartOfProgress(listener, 0, 2);
      for (var found : archive.compare(pictures, own, comparing)) {
        add(found);
      }
      var added = IntStream.range(0, pictures.size()).mapToObj(i -> added(i, descriptions.get(i)));
      archive.add(added.toList(), new PartOfProgress(listener, 1, 2));
      return compared;
    }
  }

  private ArchivedPicture description(int number) throws IOException {
    var picture = pictures.pictures().get(number);
    return new ArchivedPicture(
        Path.of(picture.input()).getFileName().toString(),
        picture.page(),
        picture.sha256(),
        Sha256.of(pictures.luminance(number).levels()),
        picture.width(),
        picture.height(),
        pictures.features(number).panels().size(),
        LocalDate.now().toString(),
        journal.results().toString(),
        Version.current(),
        options.full());
  }

  private NewPicture added(int number, ArchivedPicture description) {
    return new NewPicture() {
      @Override
      public ArchivedPicture description() {
        return description;
      }

      @Override
      public PictureFeatures features() throws IOException {
        return pictures.features(number);
      }

      @Override
      public byte[] thumbnail() throws IOException {
        return ReusePictures.bytes(ReusePictures.small(picture(number)));
      }

      @Override
      public byte[] levels() throws IOException {
        return pictures.levels(number);
      }
    };
  }

  private static String words(ReusedPart first, ReusedPart second) {
    return second.name() + " shows the same as " + first.name() + ": ";
  }

  private static String sameFile(ReusedPart first, ReusedPart second) {
    return first.page() == null && first.panel() == null && second.panel() == null
        ? second.name() + " is the same file as " + first.name()
        : words(first, second) + "the files are the same";
  }

  private void add(Archive.ArchivedReuse found) throws IOException {
    var picture = found.picture();
    var panel = found.reuse().second().panel();
    var other =
        part(
            picture.name(),
            picture.page(),
            null,
            picture.sha256(),
            panel,
            new RecordedReuse.Archived(picture.date(), picture.run()),
            picture.width(),
            picture.height(),
            found.reuse().pair().second());
    var address = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(found.thumbnail());
    add(found.reuse(), other, address, found::luminance);
  }

  /** Gray levels that are read only if they are shown. */
  private interface GrayLevels {
    sc.fiji.sparsevit.copies.Luminance read() throws IOException;
  }

  private void add(Reuse reuse, ReusedPart second, String secondPicture, GrayLevels secondLevels)
      throws IOException {
    var pair = reuse.pair();
    var first = part(reuse.first(), pair.first());
    boolean same = first.isOfSameFile(second);
    pairs.add(
        new RecordedReuse(
            same ? sameFile(first, second) : words(first, second) + reuse.words(),
            first,
            second,
            same,
            pair.transformation().mirrored(),
            reuse.inverted(),
            pair.transformation().angle(),
            pair.transformation().scale(),
            pair.correlation(),
            pair.matches().size(),
            pair.score()));
    if (previews.size() < ReuseEvidence.MOST_SHOWN) {
      var levels = secondLevels.read();
      int number = reuse.first().picture();
      previews.add(
          ReusePictures.of(
              picture(number),
              secondPicture,
              pictures.luminance(number),
              levels,
              (double) levels.width() / second.pictureWidth(),
              reuse));
    }
  }

  private ReusedPart part(Reuse.ReusedPanel place, CopyPart part) {
    var picture = pictures.pictures().get(place.picture());
    return part(
        picture.input(),
        picture.page(),
        picture.stem(),
        picture.sha256(),
        place.panel(),
        null,
        picture.width(),
        picture.height(),
        part);
  }

  private static ReusedPart part(
      String input,
      Integer page,
      String stem,
      String sha256,
      String panel,
      RecordedReuse.Archived archived,
      int width,
      int height,
      CopyPart part) {
    var box = part.box();
    return new ReusedPart(
        input,
        page,
        stem,
        sha256,
        panel.isEmpty() ? null : panel,
        archived,
        width,
        height,
        part.area(),
        box.x,
        box.y,
        box.width,
        box.height,
        PartOutline.of(part));
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
