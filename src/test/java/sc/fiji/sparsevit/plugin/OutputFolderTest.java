/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.batch.FileLocalizer;
import sc.fiji.sparsevit.batch.FileSeries;
import sc.fiji.sparsevit.batch.OpenedFile;
import sc.fiji.sparsevit.batch.OutputNames;
import sc.fiji.sparsevit.image.Fingerprint;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.RecordedInput;
import sc.fiji.sparsevit.report.RunRecordJson;

class OutputFolderTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void saveAnImage() {
    file = folder.resolve("a picture.png");
    new FileSaver(TestImages.forged()).saveAsPng(file.toString());
  }

  @Test
  void anOpenFileGetsTheFilesThatTheShellWrites() throws Exception {
    var shells = folder.resolve("shell");
    try (var localizer = ManipulationLocalizer.open("lite")) {
      var options = LocalizationOptions.defaults();
      var files = new FileLocalizer(localizer, options, ComputeOptions.defaults(), false, null);
      try (var series = new FileSeries(files, OutputNames.in(shells))) {
        series.localize(() -> OpenedFile.read(file), ProgressListener.NONE).join();
      }
    }

    var ours = folder.resolve("ours");
    assertThat(MenuItem.run(IJ.openImage(file.toString()), output(ours))).isNull();

    assertThat(names(ours)).isEqualTo(names(shells));
    for (var name : names(ours)) {
      if (!name.endsWith(".json")) {
        assertThat(ours.resolve(name)).as(name).hasSameBinaryContentAs(shells.resolve(name));
      }
    }
    assertThat(input(ours.resolve("a picture.json")))
        .isEqualTo(input(shells.resolve("a picture.json")));
  }

  @Test
  void anEditedFileIsRecordedByItsPixels() throws Exception {
    var image = IJ.openImage(file.toString());
    image.getProcessor().set(3, 3, 0x123456);

    assertThat(MenuItem.run(image, output(folder.resolve("out")))).isNull();

    var input = input(folder.resolve("out/a picture.json"));
    assertThat(input.sha256Of()).isEqualTo(RecordedInput.PIXELS);
    assertThat(input.sha256()).isEqualTo(Fingerprint.of(RgbViews.of(image)));
    assertThat(input.path()).isNull();
  }

  @Test
  void aTitleThatIsNoFileNameBecomesOne() throws Exception {
    var image = TestImages.forged();
    image.setTitle("../a:b/gel.tif");

    assertThat(MenuItem.run(image, output(folder.resolve("out")))).isNull();
    assertThat(MenuItem.run(image, output(folder.resolve("out")) + " threshold=0.2")).isNull();

    assertThat(names(folder.resolve("out"))).hasSize(6).contains(".._a_b_gel.json");
  }

  @Test
  void aFolderThatCannotBeIsSaidBeforeAnythingIsDone() throws Exception {
    var image = TestImages.forged();

    assertThat(MenuItem.run(image, output(file))).contains("Results cannot be written");

    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void whatIsMissingOfTheFileIsInTheRecordAndTheLog() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 12));
    var note = "the file's end is missing (a PNG without its last chunk)";

    assertThat(OpenImage.notes(IJ.openImage(file.toString()))).containsExactly(note);
    assertThat(MenuItem.run(IJ.openImage(file.toString()), output(folder.resolve("out")))).isNull();

    var record = RunRecordJson.read(folder.resolve("out/a picture.json"));
    assertThat(record.pictures().get(0).notes()).containsExactly(note);
  }

  @Test
  void ofAFileThatIsWholeOrNotReadHereThereIsNothingToSay() throws Exception {
    assertThat(OpenImage.notes(IJ.openImage(file.toString()))).isEmpty();
    var other = IJ.openImage(file.toString());
    Files.writeString(file, "another program's format");
    assertThat(OpenImage.notes(other)).isEmpty();
    Files.delete(file);
    assertThat(OpenImage.notes(other)).isEmpty();
    assertThat(OpenImage.notes(TestImages.forged())).isEmpty();
  }

  private static String output(Path folder) {
    return "output=[" + folder + "]";
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static RecordedInput input(Path record) throws IOException {
    return RunRecordJson.read(record).input();
  }
}
