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
import sc.fiji.sparsevit.batch.AnalyzedPicture;
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
  void howToSeeWhatShowsOnlyWithTheContrastTurnedUpIsSaid() throws IOException {
    assertThat(lines(MadeFinding.withContrast()))
        .anySatisfy(line -> assertThat(line).contains("0.750, of the network alone 0.000"))
        .contains(
            "  review-001: evidence: contrast (the network alone: 0.000)",
            "  contrast turned up: gray levels 221 to 255 shown from black to white");
  }

  @Test
  void aPartWithSeamsIsSaidInALineOfItsOwn() throws IOException {
    assertThat(lines(MadeFinding.withSeam()))
        .contains(
            "  seam-1 is a rectangle with straight seams, one pixel sharp, on its sides, as a"
                + " pasted part has");
  }

  private List<String> lines(AnalyzedPicture finding) throws IOException {
    var path = folder.resolve("gel.png");
    var files = OutputNames.in(folder.resolve("out")).of(path);
    var options =
        FileLocalizer.recorded(
            LocalizationOptions.defaults(), ComputeOptions.defaults(), false, null);
    var record =
        LocalizationFiles.write(
            files, RecordedInput.file(path, "ab12", 40, 30, 1), options, List.of(finding));
    return FoundText.of("gel.png", new WrittenResults(files, record)).lines().toList();
  }
}
