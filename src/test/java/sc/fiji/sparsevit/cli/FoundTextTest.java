/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.batch.FileLocalizer;
import sc.fiji.sparsevit.batch.LocalizationFiles;
import sc.fiji.sparsevit.batch.MadeFinding;
import sc.fiji.sparsevit.batch.OutputNames;
import sc.fiji.sparsevit.batch.WrittenResults;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.report.RecordedInput;

class FoundTextTest {
  @TempDir Path folder;

  @Test
  void aPartWithSeamsIsSaidInALineOfItsOwn() throws IOException {
    var path = folder.resolve("gel.png");
    var files = OutputNames.in(folder.resolve("out")).of(path);
    var options =
        FileLocalizer.recorded(
            LocalizationOptions.defaults(), ComputeOptions.defaults(), false, null);
    var record =
        LocalizationFiles.write(
            files,
            RecordedInput.file(path, "ab12", 40, 30, 1),
            options,
            List.of(MadeFinding.withSeam()));

    assertThat(FoundText.of("gel.png", new WrittenResults(files, record)).lines())
        .contains(
            "  seam-1 is a rectangle with straight seams, one pixel sharp, on its sides, as a"
                + " pasted part has");
  }
}
