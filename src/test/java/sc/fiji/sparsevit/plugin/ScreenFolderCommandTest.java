/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenFolderCommandTest {
  @TempDir Path temporary;
  private Path inputs;
  private Path results;

  @BeforeEach
  void makeInputs() throws Exception {
    inputs = Files.createDirectory(temporary.resolve("my figures"));
    results = temporary.resolve("out");
    IJ.saveAsTiff(TestImages.forged(), inputs.resolve("forged.tif").toString());
    Files.writeString(inputs.resolve("bad.png"), "no picture");
  }

  private String run(String options) throws InterruptedException {
    return MenuItem.run(ScreenFolderCommand.class, null, options);
  }

  @Test
  void aMacroScreensAFolderWithoutADisplay() throws Exception {
    var error =
        run(
            "input=[%s] output=[%s] device=cpu mode=paper exclude=*_mask.png"
                .formatted(inputs, results));
    assertThat(error).isNull();
    assertThat(results.resolve("forged_mask.png")).exists();
    assertThat(results.resolve("report.html")).exists();
    assertThat(Files.readString(results.resolve("errors.csv"))).contains("bad.png");
  }

  @Test
  void aFolderThatIsNotNamedIsAskedFor() throws Exception {
    assertThat(run("input=[%s]".formatted(inputs))).contains("output", "path");
    assertThat(run("input=[%s] output=[%s]".formatted(inputs, inputs))).contains("another folder");
    assertThat(results).doesNotExist();
  }
}
