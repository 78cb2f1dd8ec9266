/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageJWindowTest {

  @Test
  void aPersonFindsRegionsFromTheMenu(@TempDir Path folder) throws Exception {
    var screenshots = Files.createDirectories(Path.of("target", "screenshots"));
    var display = Display.open();
    assumeTrue(display.isPresent(), "there is neither a display nor Xvfb");
    try (var screen = display.get()) {
      var outcome =
          OtherJvm.in(folder)
              .with("DISPLAY", screen.name())
              .run(
                  WindowTour.class,
                  Path.of("sample-images", "splice-shuttle.png").toAbsolutePath().toString(),
                  screenshots.toAbsolutePath().toString());

      assertThat(outcome.exitCode()).as(outcome.output()).isZero();
      assertThat(screenshots.resolve("results.png")).isNotEmptyFile();
    }
  }
}
