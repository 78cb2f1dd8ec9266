/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.batch.Samples.Watcher;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.RunRecordJson;
import sc.fiji.sparsevit.report.ScreenedPicture;
import sc.fiji.sparsevit.report.ScreeningSummary;

class ScreeningTest {
  private static final Pattern OTHER_DIGITS = Pattern.compile("(?s).*[\\p{Nd}&&[^0-9]].*");

  @TempDir Path temporary;
  private Path inputs;
  private Path results;
  private final BrightnessLocalizer localizer = new BrightnessLocalizer();
  private final Watcher watcher = new Watcher();

  @BeforeEach
  void makeFolders() throws IOException {
    inputs = Files.createDirectories(temporary.resolve("in"));
    results = temporary.resolve("out");
  }

  private ScreeningSummary screen() throws IOException {
    return screen(localizer, ScreeningOptions.defaults());
  }

  private ScreeningSummary screen(PictureLocalizer by, ScreeningOptions options)
      throws IOException {
    return new Screening(List.of(inputs), InputPatterns.ALL, results, options)
        .run(by, watcher, watcher::message);
  }

  private List<String> lines(String table) throws IOException {
    return Files.readAllLines(results.resolve(table));
  }

  @Test
  void everyPictureGetsTheResultsOfLocalizeAndTheRunItsTables() throws IOException {
    Samples.png(inputs.resolve("low.png"), 100);
    Samples.png(inputs.resolve("sub/high.png"), 250);
    screen();
    for (var stem : List.of("low", "high")) {
      for (var ending :
          List.of(
              "_probability.tif",
              "_mask.png",
              "_overlay.png",
              "_regions.zip",
              "_regions.csv",
              ".json")) {
        assertThat(results.resolve(stem + ending)).isNotEmptyFile();
      }
    }
    assertThat(lines("summary.csv")).hasSize(3);
    assertThat(lines("summary.csv").get(1)).contains("high.png");
    assertThat(lines("errors.csv")).containsExactly("input,part,reason");
    assertThat(results.resolve("summary.json")).content().contains("\"pictures\"");
    assertThat(results.resolve("report.html")).content().contains("Screening report");
  }

  @Test
  void oneStemTwiceGivesTwoSetsOfResults() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    Samples.picture(inputs.resolve("a.bmp"), "bmp", 60);
    Samples.png(inputs.resolve("sub/A.png"), 30);
    screen();
    assertThat(results.resolve("a_mask.png")).exists();
    assertThat(results.resolve("a-2_mask.png")).exists();
    assertThat(results.resolve("A-3_mask.png")).exists();
    assertThat(greenestIn("a-2")).isEqualTo(250);
    assertThat(greenestIn("a")).isEqualTo(60);
  }

  private long greenestIn(String stem) {
    var map = IJ.openImage(results.resolve(stem + "_probability.tif").toString());
    return Math.round(map.getStatistics().max * 255);
  }

  @Test
  void whatIsDoneIsNotDoneAgain() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    Samples.png(inputs.resolve("b.png"), 20);
    screen();
    var report = lines("summary.csv");
    var again = screen();
    assertThat(localizer.localized).hasValue(2);
    assertThat(again.kept()).isEqualTo(2);
    assertThat(lines("summary.csv")).isEqualTo(report);
  }

  @Test
  void aChangedInputIsDoneAgainAndNoOther() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    Samples.png(inputs.resolve("b.png"), 20);
    screen();
    Samples.png(inputs.resolve("a.png"), 130);
    assertThat(screen().kept()).isEqualTo(1);
    assertThat(localizer.localized).hasValue(3);
    assertThat(greenestIn("a")).isEqualTo(130);
  }

  @Test
  void anotherModelOrOptionDoesAllAgain() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    screen();
    assertThat(
            screen(new BrightnessLocalizer("c".repeat(64), 0), ScreeningOptions.defaults()).kept())
        .isZero();
    for (var localization :
        List.of(
            LocalizationOptions.defaults().withThreshold(0.9),
            LocalizationOptions.defaults().withMinimumArea(1),
            LocalizationOptions.defaults().withMode(LocalizationMode.PAPER))) {
      var options = new ScreeningOptions(localization, ComputeOptions.defaults(), 0, null);
      assertThat(screen(localizer, options).kept()).isZero();
      assertThat(screen(localizer, options).kept()).isEqualTo(1);
    }
    var compute = ComputeOptions.defaults().withPrecision(PrecisionChoice.AUTO);
    var options = new ScreeningOptions(LocalizationOptions.defaults(), compute, 0, null);
    assertThat(screen(localizer, options).kept()).isZero();
    assertThat(screen(localizer, options).kept()).isEqualTo(1);
  }

  @Test
  void whyAllIsDoneAgainAndWhatIsLeftOfEarlierInputsIsSaid() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    var old = Samples.png(inputs.resolve("old.png"), 20);
    screen();
    screen();
    assertThat(watcher.messages).noneMatch(line -> line.contains("again") || line.contains("left"));
    Files.delete(old);
    var stricter = LocalizationOptions.defaults().withThreshold(0.9);
    var options = new ScreeningOptions(stricter, ComputeOptions.defaults(), 0, null);
    screen(new BrightnessLocalizer("c".repeat(64), 0), options);
    assertThat(watcher.messages)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("all images are analyzed again", "threshold 0.9 (0.5 before)")
                    .contains("model cccccccc"))
        .anySatisfy(
            line -> assertThat(line).startsWith("Results of earlier inputs").contains("old.png"));
    assertThat(results.resolve("old.json")).exists();
  }

  @Test
  void aResultThatWasRemovedIsMadeAgain() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    screen();
    Files.delete(results.resolve("a_mask.png"));
    assertThat(screen().kept()).isZero();
    assertThat(results.resolve("a_mask.png")).exists();
  }

  @Test
  void namesStayWhenInputsComeAndGo() throws IOException {
    Samples.png(inputs.resolve("b/x.png"), 250);
    screen();
    Samples.png(inputs.resolve("a/x.png"), 20);
    screen();
    assertThat(localizer.localized).hasValue(2);
    assertThat(greenestIn("x")).isEqualTo(250);
    assertThat(greenestIn("x-2")).isEqualTo(20);
  }

  @Test
  void resultsThatLieAmongTheInputsArePassedOverAndCounted() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    screen();
    for (var name : List.of("a.json", "a_overlay.png", "a_mask.png", "a_probability.tif")) {
      Files.copy(results.resolve(name), inputs.resolve(name));
    }
    Samples.png(inputs.resolve("somebody_elses_mask.png"), 250);

    var summary = screen();

    assertThat(summary.pictures())
        .extracting(ScreenedPicture::stem)
        .containsExactlyInAnyOrder("a", "somebody_elses_mask");
    assertThat(summary.problems()).isEmpty();
    assertThat(watcher.messages)
        .containsOnlyOnce(
            "Passed over: 3 files that SparseViT wrote; to analyze one, name it by itself.");
  }

  @Test
  void thePicturesOfAFolderThatResultsWereWrittenToAreScreened() throws IOException {
    var picture = Samples.png(inputs.resolve("a.png"), 250);
    new Screening(List.of(picture), InputPatterns.ALL, inputs, ScreeningOptions.defaults())
        .run(localizer, watcher, watcher::message);

    var summary = screen();

    assertThat(summary.pictures()).extracting(ScreenedPicture::stem).containsExactly("a");
    assertThat(summary.problems()).isEmpty();
    assertThat(watcher.messages).anyMatch(line -> line.startsWith("Passed over: 3 files"));
  }

  @Test
  void resultsOfSomebodyElseAreNotOverwritten() throws IOException {
    Files.createDirectories(results);
    Files.writeString(results.resolve("a_mask.png"), "somebody's");
    Samples.png(inputs.resolve("a.png"), 250);
    screen();
    assertThat(results.resolve("a_mask.png")).hasContent("somebody's");
    assertThat(results.resolve("a-2_mask.png")).exists();
  }

  @Test
  void everyPageOfATiffIsAPicture() throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (var out = ImageIO.createImageOutputStream(inputs.resolve("pages.tif").toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int size : new int[] {20, 30, 40}) {
        writer.writeToSequence(
            new IIOImage(Samples.square(size, size, 6 * size), null, null), null);
      }
      writer.endWriteSequence();
    }
    var summary = screen();
    assertThat(summary.pictures())
        .extracting(ScreenedPicture::stem)
        .containsExactly("pages-p003", "pages-p002", "pages-p001");
    assertThat(summary.pictures()).extracting(ScreenedPicture::width).containsExactly(40, 30, 20);
  }

  @Test
  void aPdfGivesItsImagesWithTheirPlaces() throws IOException {
    Samples.pdf(
        inputs.resolve("paper.pdf"),
        2,
        (document, page, index) ->
            page.drawImage(Samples.lossless(document, 20, 20, 90 + index), 10, 10, 72, 72));
    Samples.png(inputs.resolve("paper-p001-i01.png"), 250);
    var summary = screen();
    assertThat(summary.pictures())
        .extracting(ScreenedPicture::stem)
        .doesNotHaveDuplicates()
        .contains("paper-2-p002-i01", "paper-p001-i01");
    assertThat(summary.pictures().get(1).places().get(0).width()).isEqualTo(72);
    assertThat(results.resolve("paper-2-p001-i01.json")).content().contains("\"page\": 1");
  }

  @Test
  void aPdfThatWasHalfDoneIsOnlyFinished() throws IOException {
    Samples.pdf(
        inputs.resolve("paper.pdf"),
        1,
        (document, page, index) -> {
          for (int green = 1; green <= 6; green++) {
            page.drawImage(Samples.lossless(document, 20, 20, 40 * green), 0, 0);
          }
        });
    var slow = new BrightnessLocalizer(BrightnessLocalizer.SHA256, 50);
    watcher.onProgress = done -> watcher.canceled = slow.localized.get() >= 2;
    assertThatThrownBy(() -> screen(slow, ScreeningOptions.defaults()))
        .isInstanceOf(CancellationException.class);
    int before = slow.localized.get();
    assertThat(before).isBetween(2, 5);
    watcher.canceled = false;
    watcher.onProgress = done -> {};
    assertThat(screen(slow, ScreeningOptions.defaults()).pictures()).hasSize(6);
    assertThat(slow.localized).hasValue(6);
  }

  @Test
  void whatCannotBeScreenedIsNamedWithItsReasonAndTheRestIsDone() throws IOException {
    Samples.png(inputs.resolve("good.png"), 250);
    Files.writeString(inputs.resolve("text.png"), "no picture");
    Files.createFile(inputs.resolve("empty.jpg"));
    Files.createSymbolicLink(inputs.resolve("dangling.png"), inputs.resolve("nowhere"));
    Files.writeString(inputs.resolve("broken.pdf"), "%PDF-1.4\n");
    var cut = Files.readAllBytes(Samples.png(inputs.resolve("cut.png"), 9));
    Files.write(inputs.resolve("cut.png"), Arrays.copyOf(cut, cut.length / 2));
    var summary = screen();
    assertThat(summary.pictures()).extracting(ScreenedPicture::stem).containsExactly("good");
    assertThat(summary.problems())
        .extracting(problem -> Path.of(problem.input()).getFileName().toString())
        .containsExactlyInAnyOrder(
            "text.png", "empty.jpg", "dangling.png", "broken.pdf", "cut.png");
    assertThat(lines("errors.csv")).hasSize(6);
    assertThat(watcher.messages).hasSize(5);
    assertThat(watcher.progress).last().isEqualTo(100L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "hi-IN-u-nu-deva"})
  void namesAndNumbersHaveTheDigitsZeroToNineInEveryLanguage(String language) throws IOException {
    Samples.pdf(
        inputs.resolve("a.pdf"),
        1,
        (pdf, page, index) -> page.drawImage(Samples.lossless(pdf, 160, 80, 250), 0, 0));
    var before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    try {
      screen();
    } finally {
      Locale.setDefault(before);
    }

    assertThat(results.resolve("a-p001-i01.json")).exists();
    try (var files = Files.list(results)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.getFileName().toString()).doesNotMatch(OTHER_DIGITS);
        if (file.toString().matches(".*\\.(json|csv|html)")) {
          assertThat(Files.readString(file)).doesNotMatch(OTHER_DIGITS);
        }
      }
    }
  }

  @Test
  void aFileThatIsNestedTooDeeplyIsNamedAndTheOthersAreDone() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    Files.writeString(
        inputs.resolve("deep.pdf"),
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Deep "
            + "[".repeat(300_000)
            + "]".repeat(300_000)
            + " >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
            + "trailer << /Root 1 0 R >>\n%%EOF\n");
    Samples.png(inputs.resolve("z.png"), 250);

    var summary = screen();

    assertThat(summary.pictures()).extracting(ScreenedPicture::stem).contains("a", "z");
    assertThat(summary.problems())
        .singleElement()
        .extracting(SkippedInput::sentence)
        .asString()
        .contains("deep.pdf", "nested too deeply");
  }

  /** A line break would make two lines of one, and some codes change what a terminal shows. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aNameThatIsNoLineIsPrintedAsOne() throws IOException {
    Files.writeString(inputs.resolve("new\nline \u001b[31m.png"), "text");

    screen();

    assertThat(watcher.messages).singleElement().asString().contains("new?line ?[31m.png");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkToItselfIsNamedWithTheRemedy() throws IOException {
    Files.createSymbolicLink(inputs.resolve("self.png"), Path.of("self.png"));
    Samples.png(inputs.resolve("a.png"), 250);

    var summary = screen();

    assertThat(summary.pictures()).hasSize(1);
    assertThat(summary.problems())
        .singleElement()
        .extracting(SkippedInput::reason)
        .asString()
        .contains("is a link that leads nowhere but back to itself");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anUnreadableFileIsNamed() throws IOException {
    // Reading a process's own memory from its start fails for everybody, root included.
    Files.createSymbolicLink(inputs.resolve("unreadable.png"), Path.of("/proc/self/mem"));
    Samples.png(inputs.resolve("good.png"), 250);
    var summary = screen();
    assertThat(summary.problems())
        .extracting(SkippedInput::reason)
        .allMatch(r -> !r.isBlank())
        .hasSize(1);
    assertThat(summary.pictures()).hasSize(1);
  }

  @Test
  void aPipeThatNobodyWritesToIsNotWaitedFor() throws Exception {
    Samples.png(inputs.resolve("a.png"), 250);
    var pipe = inputs.resolve("pipe.png");
    assumeTrue(makePipe(pipe), "there is no mkfifo");

    var summary = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> screen());

    assertThat(summary.pictures()).hasSize(1);
    assertThat(summary.problems())
        .containsExactly(
            new SkippedInput(
                pipe.toString(), "", "is not a regular file; copy its content into one"));
  }

  private static boolean makePipe(Path path) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  @Test
  void aNoteOnAFileIsInItsRecordTheTablesAndTheMessages() throws IOException {
    var cut = inputs.resolve("cut.jpg");
    Files.copy(Path.of("src/test/resources/cases/jpeg_without_EOI.jpg"), cut);
    var note =
        "the file's end is missing (a JPEG without its end marker); all blocks could be decoded";

    var summary = screen();

    assertThat(summary.problems()).isEmpty();
    assertThat(summary.pictures().get(0).notes()).containsExactly(note);
    assertThat(RunRecordJson.read(results.resolve("cut.json")).pictures().get(0).notes())
        .containsExactly(note);
    assertThat(lines("summary.csv").get(1)).endsWith(note);
    assertThat(watcher.messages).contains(cut + ": note: " + note);
    assertThat(results.resolve("report.html")).content().contains("end marker");
    assertThat(screen().pictures().get(0).notes()).as("kept").containsExactly(note);
  }

  @Test
  void theFramesOfAnAnimatedGifAreItsPictures() throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (var stream = ImageIO.createImageOutputStream(inputs.resolve("a.gif").toFile())) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int green : new int[] {50, 200}) {
        writer.writeToSequence(new IIOImage(Samples.square(32, 24, green), null, null), null);
      }
      writer.endWriteSequence();
    }

    assertThat(screen().pictures())
        .extracting(ScreenedPicture::stem)
        .containsExactly("a-p002", "a-p001");
  }

  @Test
  void aReasonDoesNotRepeatTheInput() throws IOException {
    var bad = Files.writeString(inputs.resolve("bad.png"), "no picture");

    assertThat(screen().problems())
        .allMatch(problem -> !problem.reason().contains(bad.toString()))
        .hasSize(1);
    assertThat(watcher.messages)
        .anyMatch(line -> line.startsWith(bad + ": is not a PNG, JPEG, TIFF, GIF or BMP file"));
  }

  @Test
  void resultsOfAnotherVersionAreMadeAgain() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    screen();
    var mark = results.resolve(".sparsevit/a.done.json");
    var text = Files.readString(mark);
    assertThat(text).contains(Version.current());
    Files.writeString(mark, text.replace(Version.current(), "0.0.9"));

    assertThat(screen().kept()).isZero();
    assertThat(screen().kept()).isEqualTo(1);
  }

  @Test
  void aNameOf255BytesIsShortenedAndStaysItsOwn() throws IOException {
    var name = "x".repeat(250);
    Samples.png(inputs.resolve(name + "1.png"), 250);
    Samples.png(inputs.resolve(name + "2.png"), 50);
    var summary = screen();
    assertThat(summary.problems()).isEmpty();
    assertThat(summary.pictures()).extracting(ScreenedPicture::stem).doesNotHaveDuplicates();
    assertThat(summary.pictures()).extracting(ScreenedPicture::score).doesNotHaveDuplicates();
  }

  @Test
  void aFileThatVanishesIsNamed() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    Samples.png(inputs.resolve("b.png"), 250);
    var vanishing =
        new ScreeningTask(
            inputs.resolve("gone/c.png").toString(),
            results.toString(),
            "c",
            ScreeningOptions.defaults());
    new Journal(results).create();
    assertThat(vanishing.run(localizer).problems())
        .extracting(SkippedInput::reason)
        .singleElement()
        .asString()
        .contains("does not exist");
  }

  @Test
  void twoRunsOnOneFolderGoOneAfterTheOther() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    new Journal(results).create();
    try (var channel =
            FileChannel.open(
                new Journal(results).lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      var second = CompletableFuture.runAsync(() -> assertThat(screenQuietly()).isNotNull());
      while (watcher.messages.isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(watcher.messages.get(0)).contains("waiting");
      assertThat(second).isNotDone();
      assertThat(localizer.localized).hasValue(0);
      lock.release();
      second.join();
    }
    assertThat(localizer.localized).hasValue(1);
  }

  @Test
  void whoeverIsInterruptedLeavesNoThreadBehindThatStillWrites() throws Exception {
    for (int i = 0; i < 40; i++) {
      Samples.png(inputs.resolve(i + ".png"), 250);
    }
    var slow = new BrightnessLocalizer(BrightnessLocalizer.SHA256, 200);
    var screening =
        new Screening(List.of(inputs), InputPatterns.ALL, results, ScreeningOptions.defaults());
    var caught = new AtomicReference<Throwable>();
    var stillInterrupted = new AtomicBoolean();
    var person =
        new Thread(
            () -> {
              try {
                screening.run(slow, new Interruption(Thread.currentThread()), message -> {});
              } catch (IOException | RuntimeException e) {
                caught.set(e);
              }
              stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
    person.start();
    while (slow.localized.get() == 0) {
      Thread.sleep(5);
    }
    person.interrupt();
    person.join();

    assertThat(caught.get()).isInstanceOf(CancellationException.class);
    assertThat(stillInterrupted).isTrue();
    for (var entry : Thread.getAllStackTraces().entrySet()) {
      var thread = entry.getKey();
      if (thread.getName().startsWith("sparsevit-")) {
        assertThat(entry.getValue())
            .as(thread.getName())
            .noneMatch(frame -> frame.getClassName().startsWith("sc.fiji.sparsevit"));
        // It lives a moment longer than its executor is said to have ended.
        thread.join(10_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
    assertThat(slow.localized.get()).isLessThan(40);
  }

  /** As ImageJ's status bar sees it. */
  private record Interruption(Thread person) implements ProgressListener {
    @Override
    public void progress(long done, long total) {}

    @Override
    public boolean isCanceled() {
      return person.isInterrupted();
    }
  }

  private ScreeningSummary screenQuietly() {
    try {
      return screen();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void resultsMayNotGoWhereTheInputsAre() {
    assertThatThrownBy(
            () ->
                new Screening(
                    List.of(inputs), InputPatterns.ALL, inputs, ScreeningOptions.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another folder");
  }

  @Test
  void leftoversOfAKilledRunAreSweptAway() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    screen();
    var leftover = Files.writeString(results.resolve(".sparsevit-1.part"), "torn");
    screen();
    assertThat(leftover).doesNotExist();
  }

  @Test
  void theUnitOfWorkAndItsOutcomeTravelAsBytes() throws Exception {
    var file = Samples.png(inputs.resolve("a.png"), 250);
    new Journal(results).create();
    var task =
        traveled(
            new ScreeningTask(
                file.toString(), results.toString(), "a", ScreeningOptions.defaults()));
    var outcome = traveled(task.run(localizer));
    assertThat(outcome.task()).isEqualTo(task);
    assertThat(outcome.pictures())
        .singleElement()
        .extracting(ScreenedPicture::regions)
        .isEqualTo(1);
    assertThat(task.run(localizer).kept()).isEqualTo(1);
  }

  @Test
  void tasksThatAreRunElsewhereInAnyOrderMakeTheSameResultsAsARun() throws Exception {
    Samples.png(inputs.resolve("a.png"), 250);
    Samples.png(inputs.resolve("b.png"), 240);
    Files.writeString(inputs.resolve("broken.png"), "no image");
    var here = screen();

    var elsewhere = results.resolveSibling("elsewhere");
    var screening =
        new Screening(List.of(inputs), InputPatterns.ALL, elsewhere, ScreeningOptions.defaults());
    try (var plan = screening.plan(watcher, watcher.messages::add)) {
      var outcomes = new ArrayList<ScreeningOutcome>();
      for (var task : plan.tasks()) {
        outcomes.add(0, traveled(traveled(task).run(localizer)));
      }
      var summary = plan.finish(localizer.model(), localizer.device(), outcomes);

      assertThat(summary.pictures())
          .extracting(ScreenedPicture::stem, ScreenedPicture::score, ScreenedPicture::regions)
          .isEqualTo(
              here.pictures().stream()
                  .map(done -> tuple(done.stem(), done.score(), done.regions()))
                  .toList());
      assertThat(summary.problems()).hasSameSizeAs(here.problems());
    }
    for (var table : List.of("summary.csv", "errors.csv", "report.html")) {
      assertThat(elsewhere.resolve(table)).exists();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T traveled(T value) throws Exception {
    var bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(value);
    return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }

  @Test
  void anInputThatMovesTakesNobodysPlace() throws IOException {
    Samples.png(inputs.resolve("a.png"), 250);
    screen();
    Files.move(inputs.resolve("a.png"), inputs.resolve("b.png"), StandardCopyOption.ATOMIC_MOVE);
    assertThat(screen().pictures()).extracting(ScreenedPicture::stem).containsExactly("b");
  }
}
