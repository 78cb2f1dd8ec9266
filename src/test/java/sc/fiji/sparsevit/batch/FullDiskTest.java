/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  /**
   * In units of 1024 bytes: more than the results of the small picture, less than a large one's.
   */
  private static final String LIMIT = "100";

  @TempDir Path temporary;

  /** A limit on the size of files makes writes fail as a full disk does, for everybody. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whatCannotBeWrittenIsNamedAndLeavesNothingBehind() throws Exception {
    var inputs = temporary.resolve("in");
    var results = temporary.resolve("out");
    Samples.png(inputs.resolve("small.png"), 200);
    ImageIO.write(Samples.square(400, 400, 90), "png", inputs.resolve("large.png").toFile());
    var limited = List.of("bash", "-c", "ulimit -f " + LIMIT + "; exec \"$@\"", "bash");

    assertThat(ScreeningProcess.start(limited, inputs, results).waitFor()).isEqualTo(1);

    assertThat(Files.readString(results.resolve("errors.csv")))
        .contains("large.png", "free space")
        .doesNotContain("small.png");
    assertThat(results.resolve("small_mask.png")).exists();
    try (var files = Files.list(results)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("large") || name.endsWith(".part"));
    }
    assertThat(ScreeningProcess.start(List.of(), inputs, results).waitFor()).isZero();
    assertThat(results.resolve("large_mask.png")).exists();
  }
}
