/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.io.Sha256;
import sc.fiji.sparsevit.report.RunRecordJson;

class MacrosTest {

  @TempDir private Path folder;

  @Test
  void oneImage() throws Exception {
    var image = folder.resolve("a picture.png");
    // The sample in which the README shows a region.
    Files.copy(Path.of("sample-images", "splice-shuttle.png"), image);

    var printed = run("Localize_One_Image.ijm", image.toString());

    assertThat(printed)
        .contains("review-001: x=")
        .contains("a picture.png: highest probability 0.");
  }

  @Test
  void aFolder() throws Exception {
    var input = Files.createDirectory(folder.resolve("in put"));
    var output = folder.resolve("out put");
    new FileSaver(TestImages.forged()).saveAsPng(input.resolve("one.png").toString());
    new FileSaver(TestImages.stack()).saveAsTiff(input.resolve("two.tif").toString());
    Files.copy(Path.of("sample-images", "splice-shuttle.png"), input.resolve("three.png"));
    Files.writeString(input.resolve("notes.txt"), "no image");
    var tiny = IJ.createImage("tiny", "8-bit ramp", 20, 20, 1);
    new FileSaver(tiny).saveAsPng(input.resolve("small.png").toString());
    Files.writeString(input.resolve("bad.png"), "no picture");
    Files.write(input.resolve("cut.gif"), "GIF89a".getBytes(StandardCharsets.US_ASCII));

    var printed = run("Localize_Folder.ijm", input + "|" + output);

    assertThat(printed)
        .contains("one.png: ")
        .contains("two.tif: ")
        .contains("three.png: ")
        .contains("Passed over: small.png is too small to judge: 20 x 20 pixels")
        .contains("Passed over: bad.png cannot be opened as an image")
        .contains("Passed over: cut.gif cannot be opened as an image")
        .contains("Images analyzed: 3, passed over: 3")
        .contains("in 3 pictures");
    try (var files = Files.list(output)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("one_mask.png", "one_overlay.png", "one_regions.zip", "one_regions.csv")
          .contains("one_probability.tif", "one.json", "two_probability.tif", "two.json")
          .contains("three_probability.tif", "three.json")
          .allMatch(name -> name.matches("(one|two|three)[_.].*"));
    }
    // Each result is of its own image, whatever batch mode left behind of the one before.
    for (var stem : List.of("one", "two", "three")) {
      var record = RunRecordJson.read(output.resolve(stem + ".json"));
      var source = input.resolve(stem + (stem.equals("two") ? ".tif" : ".png"));
      assertThat(record.input().path()).isEqualTo(source.toRealPath().toString());
      assertThat(record.input().sha256()).isEqualTo(Sha256.of(source));
    }
    assertThat(RunRecordJson.read(output.resolve("three.json")).regions()).isNotEmpty();
    assertThat(IJ.openImage(output.resolve("two_probability.tif").toString()).getStackSize())
        .isEqualTo(3);
  }

  @Test
  void aFolderWithResultsOfAnEarlierRun() throws Exception {
    var image = folder.resolve("one.png");
    new FileSaver(TestImages.forged()).saveAsPng(image.toString());
    run("Localize_Folder.ijm", folder + "|" + folder);
    // The ground truth of another image, and what another program wrote beside it.
    Files.copy(image, folder.resolve("two_mask.png"));
    Files.writeString(folder.resolve("two.json"), "{\"name\": \"two\"}");
    var output = folder.resolve("again");

    var printed = run("Localize_Folder.ijm", folder + "|" + output);

    assertThat(printed)
        .contains("Images analyzed: 2, passed over: 0")
        .contains("Results of an earlier run among the images: 3, passed over");
    assertThat(output.resolve("one.json")).exists();
    assertThat(output.resolve("two_mask.json")).exists();
    assertThat(output.resolve("one_overlay_mask.png")).doesNotExist();
  }

  @Test
  void screening() throws Exception {
    var input = Files.createDirectory(folder.resolve("in put"));
    var output = folder.resolve("out put");
    new FileSaver(TestImages.forged()).saveAsPng(input.resolve("one.png").toString());
    new FileSaver(TestImages.forged()).saveAsPng(input.resolve("one_mask.png").toString());
    Files.writeString(input.resolve("bad.png"), "no picture");

    var first = run("Screen_Folder.ijm", input + "|" + output);
    var summary = Files.readString(output.resolve("summary.csv"));
    var second = run("Screen_Folder.ijm", input + "|" + output);

    assertThat(first)
        .contains("bad.png: is not a PNG")
        .contains("Images: 1 (0 from an earlier run)", "one.png,,one,0.");
    // Nothing is remembered: the same macro means the same again.
    assertThat(second).contains("Images: 1 (1 from an earlier run)", "one.png,,one,0.");
    assertThat(output.resolve("summary.csv")).hasContent(summary);
    assertThat(output.resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void publicationPanel() throws Exception {
    var image = folder.resolve("a picture.png");
    var panel = Files.createDirectories(Path.of("target", "screenshots")).resolve("panel.png");
    var source = TestImages.forgedPortrait();
    new FileSaver(source).saveAsPng(image.toString());

    run("Publication_Panel.ijm", image + "|" + panel.toAbsolutePath());

    var seen = IJ.openImage(panel.toString()).getProcessor();
    int step = source.getWidth() + 8;
    assertThat(seen.getWidth()).isEqualTo(2 * step + source.getWidth());
    assertThat(seen.getHeight()).isEqualTo(source.getHeight());
    assertThat(changed(source, seen, 0)).isZero();
    assertThat(changed(source, seen, 2 * step)).isGreaterThan(64);
    // The calibration bar's white box.
    assertThat(seen.get(step + source.getWidth() - 12, 12)).isEqualTo(Color.WHITE.getRGB());
  }

  /** Pixels of an image, below its letter, that the panel shows otherwise. */
  private static long changed(ImagePlus image, ImageProcessor panel, int left) {
    long changed = 0;
    for (int y = 50; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        changed += panel.get(left + x, y) == image.getProcessor().get(x, y) ? 0 : 1;
      }
    }
    return changed;
  }

  private String run(String macro, String argument) throws Exception {
    var outcome =
        OtherJvm.in(folder)
            .run(
                HeadlessMacro.class,
                Path.of("macros", macro).toAbsolutePath().toString(),
                argument);
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome.output();
  }
}
