/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.io.FileSaver;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ImageJWindowTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void aPersonFindsRegionsFromTheMenu() throws Exception {
    goes(WindowTour.class, Path.of("sample-images", "splice-shuttle.png").toAbsolutePath());

    assertThat(SCREENSHOTS.resolve("results.png")).isNotEmptyFile();
  }

  @Test
  void aPersonScreensAFolderEndsItAndGoesOn() throws Exception {
    goes(ScreenFolderTour.class, folder);
  }

  @Test
  void aPersonTrainsAndEndsItByClosingThePlot() throws Exception {
    goes(TrainTour.class, folder);
  }

  /** On Linux, where it can be seen what the browser is asked for. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void somebodyNewDropsFilesTriesTheSampleAsksForHelpAndReportsAFault() throws Exception {
    Files.copy(
        Path.of("sample-images", "copy-move-micrograph-16bit.tif"), folder.resolve("figure.tif"));
    var browser = Files.createDirectory(folder.resolve("bin")).resolve("xdg-open");
    Files.writeString(
        browser, "#!/bin/sh\necho \"$1\" >> '" + folder.resolve("browsed.txt") + "'\n");
    assertThat(browser.toFile().setExecutable(true)).isTrue();

    goes(FirstMinutesTour.class, folder);
  }

  @Test
  void aMacroMeansTheImageThatItSelectsAndIsToldWhatIsWrong() throws Exception {
    Files.createDirectories(folder.resolve("other"));
    for (var name : List.of("a.png", "b.png", "other/p.png", "other/q.png", "other/r.png")) {
      new FileSaver(TestImages.forged()).saveAsPng(folder.resolve(name).toString());
    }

    goes(MacroTour.class, folder);
  }

  private void goes(Class<?> tour, Path argument) throws Exception {
    Files.createDirectories(SCREENSHOTS);
    var display = Display.open();
    assumeTrue(display.isPresent(), "there is neither a display nor Xvfb");
    try (var screen = display.get()) {
      var outcome =
          OtherJvm.in(folder)
              .with("DISPLAY", screen.name())
              .with("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"))
              .run(tour, argument.toString(), SCREENSHOTS.toString());

      assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }
  }
}
