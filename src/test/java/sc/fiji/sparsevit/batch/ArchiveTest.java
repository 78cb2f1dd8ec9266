/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.Json;
import sc.fiji.sparsevit.report.ReuseReport;
import sc.fiji.sparsevit.report.ScreeningSummary;
import sc.fiji.sparsevit.reuse.Archive;
import sc.fiji.sparsevit.reuse.ArchivedPicture;

/** What was screened is kept for later screenings. */
class ArchiveTest {
  @TempDir Path temporary;
  private Path archive;
  private final List<String> messages = new ArrayList<>();

  @BeforeEach
  void nameArchive() {
    archive = temporary.resolve("archive");
  }

  private ScreeningSummary screen(String run) throws IOException {
    return screen(run, false);
  }

  private ScreeningSummary screen(String run, boolean full) throws IOException {
    return new Screening(
            List.of(temporary.resolve(run)),
            InputPatterns.ALL,
            temporary.resolve(run + "-results"),
            ScreeningOptions.defaults().withReuse(new ReuseOptions(true, archive.toString(), full)))
        .run(new BlankLocalizer(), ProgressListener.NONE, messages::add);
  }

  private ReuseReport report(String run) throws IOException {
    return Json.READABLE.fromJson(
        Files.readString(temporary.resolve(run + "-results").resolve("reuse.json")),
        ReuseReport.class);
  }

  private Path folder(String run) throws IOException {
    return Files.createDirectories(temporary.resolve(run));
  }

  private List<ArchivedPicture> archived() throws IOException {
    try (var locked = LockedArchive.open(archive, ProgressListener.NONE, messages::add)) {
      locked.archive().check();
      return locked.archive().pictures();
    }
  }

  /** Two pictures last year; this year's figure holds a part of one. */
  private void makeTwoYears() throws IOException {
    var picture = ReuseSamples.dots(420, 340, 1);
    ReuseSamples.save(picture, folder("last").resolve("a.png"));
    ReuseSamples.save(ReuseSamples.dots(420, 340, 2), folder("last").resolve("b.png"));
    var part = ReuseSamples.reused(picture, 100, 60, 240, 200);
    ReuseSamples.save(
        ReuseSamples.figure(ReuseSamples.dots(260, 240, 3), part),
        folder("this").resolve("figure.png"));
  }

  @Test
  void aPartOfLastYearsPictureIsFoundInThisYearsFigure() throws IOException {
    makeTwoYears();
    assertThat(screen("last").problems()).isEmpty();
    assertThat(report("last").pairs()).isEmpty();
    assertThat(report("last").archivedPictures()).isZero();
    assertThat(screen("this").problems()).isEmpty();
    assertThat(report("this").archivedPictures()).isEqualTo(2);
    var pair = report("this").pairs().get(0);
    assertThat(report("this").pairs()).hasSize(1);
    assertThat(pair.first().name()).isEqualTo("figure.png, panel B");
    assertThat(pair.second().input()).isEqualTo("a.png");
    assertThat(pair.second().stem()).isNull();
    assertThat(pair.second().archived().run())
        .isEqualTo(temporary.resolve("last-results").toString());
    assertThat(pair.inverted()).isTrue();
    assertThat(pair.second().x()).isBetween(90, 112);
    assertThat(pair.second().width()).isBetween(220, 260);
    assertThat(archived()).extracting(ArchivedPicture::name).contains("a.png", "b.png");
    assertThat(archived()).hasSize(3);
  }

  @Test
  void fullImagesAreKeptIfAskedForAndAreGoneOnceRemoved() throws IOException {
    makeTwoYears();
    screen("last", true);
    screen("this");
    assertThat(report("this").pairs()).hasSize(1);
    assertThat(archived()).extracting(ArchivedPicture::full).containsExactly(true, true, false);
    var levels = archive.resolve("segment-000001").resolve("levels.bin");
    var png = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(levels)));
    assertThat(png.getWidth()).isEqualTo(420);
    assertThat(archive.resolve("segment-000002").resolve("levels.bin")).isEmptyFile();

    try (var locked = LockedArchive.open(archive, ProgressListener.NONE, messages::add)) {
      locked.archive().remove(picture -> picture.name().equals("a.png"), ProgressListener.NONE);
    }
    assertThat(archived()).extracting(ArchivedPicture::full).containsExactly(false, true);
    assertThat(screen("this").problems()).isEmpty();
    assertThat(report("this").pairs()).isEmpty();
  }

  @Test
  void fullImagesNeedAnArchive() {
    assertThatThrownBy(() -> ReuseOptions.of("on", " ", "full"))
        .hasMessageContaining("name its folder");
  }

  @Test
  void aScreeningThatIsRepeatedIsNotComparedWithItselfAndAddsNothing() throws IOException {
    makeTwoYears();
    Files.copy(folder("last").resolve("a.png"), folder("last").resolve("a2.png"));
    screen("last");
    var first = report("last");
    assertThat(first.pairs()).hasSize(1);
    screen("last");
    assertThat(report("last").archivedPictures()).isZero();
    assertThat(report("last").pairs()).usingRecursiveComparison().isEqualTo(first.pairs());
    assertThat(archived()).hasSize(3);
  }

  @Test
  void theSameFileUnderAnotherNameIsAPair() throws IOException {
    makeTwoYears();
    screen("last");
    Files.copy(folder("last").resolve("a.png"), folder("again").resolve("renamed.png"));
    screen("again");
    assertThat(report("again").pairs())
        .singleElement()
        .satisfies(pair -> assertThat(pair.second().input()).isEqualTo("a.png"));
  }

  @Test
  void aPictureThatIsRemovedIsForgotten() throws IOException {
    makeTwoYears();
    screen("last");
    try (var locked = LockedArchive.open(archive, ProgressListener.NONE, messages::add)) {
      var a = locked.archive().pictures().get(0);
      assertThat(a.name()).isEqualTo("a.png");
      assertThat(locked.archive().remove(a::equals, ProgressListener.NONE)).isEqualTo(1);
    }
    assertThat(archived()).extracting(ArchivedPicture::name).containsExactly("b.png");
    try (var files = Files.walk(archive)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("a.png");
      }
    }
    screen("this");
    assertThat(report("this").pairs()).isEmpty();
  }

  @Test
  void anArchiveOfAnotherFormatIsLeftAloneAndTheRunGoesOn() throws IOException {
    makeTwoYears();
    Files.createDirectories(archive);
    var catalog = "{\"format\": 7, \"version\": \"9.9\", \"next\": 3, \"segments\": []}";
    Files.writeString(archive.resolve("archive.json"), catalog);
    var summary = screen("last");
    assertThat(summary.pictures()).hasSize(2);
    assertThat(summary.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.sentence())
                    .contains("format 7", "version 9.9", "start another archive"));
    assertThat(messages)
        .first()
        .asString()
        .contains("start another archive. The screening goes on without the archive.");
    assertThat(report("last").archive()).isNull();
    assertThat(archive.resolve("archive.json")).hasContent(catalog);
  }

  @Test
  void aFolderOfOtherFilesIsNoArchive() throws IOException {
    Files.createDirectories(archive);
    Files.writeString(archive.resolve("letter.txt"), "dear editor");
    assertThatThrownBy(() -> Archive.requireUsable(archive))
        .hasMessageContaining("letter.txt")
        .hasMessageContaining("empty folder");
    assertThatThrownBy(() -> Archive.requireArchive(temporary.resolve("nowhere")))
        .hasMessageContaining("no archive");
  }

  @Test
  void whatARunThatWasKilledLeftIsRemovedAndTheRestIsWhole() throws IOException {
    makeTwoYears();
    screen("last");
    var half = Files.createDirectories(archive.resolve("segment-000099"));
    Files.writeString(half.resolve("features.bin"), "torn");
    Files.writeString(archive.resolve(".sparsevit-x.part"), "torn");
    assertThat(archived()).hasSize(2);
    assertThat(half).doesNotExist();
    assertThat(archive.resolve(".sparsevit-x.part")).doesNotExist();
  }

  @Test
  void addingThatIsCanceledLeavesTheArchiveAsItWas() throws IOException {
    makeTwoYears();
    screen("last");
    var before = Files.readString(archive.resolve("archive.json"));
    try (var locked = LockedArchive.open(archive, ProgressListener.NONE, messages::add)) {
      var one = locked.archive();
      var copies = new ArrayList<sc.fiji.sparsevit.reuse.NewPicture>();
      copies.add(new CanceledPicture(one.pictures().get(0)));
      assertThatThrownBy(() -> one.add(copies, ProgressListener.NONE))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(archive.resolve("archive.json")).hasContent(before);
    assertThat(archived()).hasSize(2);
  }

  /** A new picture whose features are never there. */
  private record CanceledPicture(ArchivedPicture like)
      implements sc.fiji.sparsevit.reuse.NewPicture {
    @Override
    public ArchivedPicture description() {
      return new ArchivedPicture(
          "new.png", null, "e".repeat(64), "f".repeat(64), 9, 9, 1, like.date(), "run", "1", true);
    }

    @Override
    public sc.fiji.sparsevit.reuse.PictureFeatures features() {
      throw new CancellationException();
    }

    @Override
    public byte[] thumbnail() {
      return new byte[0];
    }

    @Override
    public byte[] levels() {
      return new byte[0];
    }
  }

  @Test
  void twoRunsAtOnceBothAddTheirPictures() throws Exception {
    for (int run = 0; run < 2; run++) {
      for (int i = 0; i < 3; i++) {
        ReuseSamples.save(
            ReuseSamples.dots(200, 180, 10 * run + i),
            folder("run" + run).resolve(run + "-" + i + ".png"));
      }
    }
    var other =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return screen("run0");
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    assertThat(screen("run1").problems()).isEmpty();
    assertThat(other.get().problems()).isEmpty();
    assertThat(archived()).hasSize(6);
  }

  @Test
  void manyRunsArePutTogether() throws IOException {
    for (int run = 0; run < 18; run++) {
      ReuseSamples.save(
          ReuseSamples.dots(140, 130, run), folder("run" + run).resolve(run + ".png"));
      screen("run" + run);
    }
    assertThat(archived()).hasSize(18);
    try (var files = Files.list(archive)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("segment-")))
          .hasSizeLessThan(17);
    }
  }

  @Test
  void damageIsNamed() throws IOException {
    makeTwoYears();
    screen("last");
    var features = archive.resolve("segment-000001").resolve("features.bin");
    Files.write(features, java.util.Arrays.copyOf(Files.readAllBytes(features), 1000));
    assertThatThrownBy(this::archived).hasMessageContaining("features.bin");
    assertThat(screen("this").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence()).contains("archive"));
    assertThat(report("this").pairs()).isEmpty();
  }
}
