/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnResultsTest {
  @TempDir Path folder;
  private final OwnResults own = new OwnResults();

  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "{}");
  }

  @Test
  void everyFileThatIsWrittenOfAPictureIsOurs() throws IOException {
    MadeFinding.write(new OutputFiles(folder, "gel"));

    try (var files = Files.list(folder)) {
      assertThat(files).hasSizeGreaterThan(5).allMatch(own::contain);
    }
  }

  @Test
  void aPictureThatIsOnlyCalledLikeAResultIsSomebodyElses() throws IOException {
    MadeFinding.write(new OutputFiles(folder, "gel"));

    assertThat(own.contain(file("blot_mask.png"))).isFalse();
    assertThat(own.contain(file("gel.png"))).isFalse();
    assertThat(own.contain(file("gel_2_mask.png"))).isFalse();
    assertThat(own.contain(folder.resolve("gone_mask.png"))).isFalse();
    assertThat(own.contain(folder)).isFalse();
  }

  @Test
  void anotherProgramsJsonMakesNoResults() throws IOException {
    file("gel.json");

    assertThat(own.contain(file("gel_overlay.png"))).isFalse();
    assertThat(own.contain(folder.resolve("gel.json"))).isFalse();
  }

  @Test
  void whatAKilledScreeningBeganToWriteIsOurs() throws IOException {
    var journal = new Journal(folder);
    journal.create();
    journal.writeNames(Map.of("gel.png", "gel", "paper.pdf", "paper"));

    assertThat(own.contain(file("gel_mask.png"))).as("without a map").isFalse();
    assertThat(own.contain(file("gel_probability.tif"))).isTrue();
    assertThat(own.contain(folder.resolve("gel_mask.png"))).isTrue();
    assertThat(own.contain(file("paper-p001-i02_probability.tif"))).isTrue();
    assertThat(own.contain(file("blot_probability.tif"))).isFalse();
  }

  @Test
  void aScreeningsReportAndTablesAreOursOnlyWhereOneWasMade() throws IOException {
    var names = List.of("report.html", "report-2.html", "summary.csv", "errors.csv", "reuse.json");
    for (var name : names) {
      assertThat(own.contain(file(name))).isFalse();
    }

    new Journal(folder).create();

    assertThat(names).allMatch(name -> own.contain(folder.resolve(name)));
    assertThat(own.contain(file(".sparsevit/gel.gray.png"))).isTrue();
  }

  @Test
  void howManyArePassedOverIsSaid() {
    assertThat(OwnResults.sentence(1))
        .isEqualTo("Passed over: 1 file that SparseViT wrote; to analyze it, name it by itself.");
    assertThat(OwnResults.sentence(12))
        .isEqualTo(
            "Passed over: 12 files that SparseViT wrote; to analyze one, name it by itself.");
  }
}
