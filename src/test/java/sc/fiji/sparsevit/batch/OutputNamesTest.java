/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputNamesTest {
  @TempDir Path folder;
  private OutputNames names;

  @BeforeEach
  void start() throws IOException {
    names = OutputNames.in(folder);
  }

  @Test
  void inputsWithOneStemGetNamesOfTheirOwn() {
    assertThat(names.of(Path.of("x/gel.png")).stem()).isEqualTo("gel");
    assertThat(names.of(Path.of("x/gel.jpg")).stem()).isEqualTo("gel-2");
    assertThat(names.of(Path.of("x/gel-2.png")).stem()).isEqualTo("gel-2-2");
    assertThat(names.of(Path.of("y/gel.png")).stem()).isEqualTo("gel-3");
  }

  @Test
  void theNameOfAScreeningsSummaryIsNobodys() {
    assertThat(names.of(Path.of("summary.png")).stem()).isEqualTo("summary-2");
    assertThat(names.of(Path.of("Summary.png")).stem()).isEqualTo("Summary-3");
  }

  @Test
  void namesThatDifferInCaseOnlyAreOne() {
    names.of(Path.of("Gel.png"));

    assertThat(names.of(Path.of("gel.png")).stem()).isEqualTo("gel-2");
  }

  @Test
  void filesOfSomebodyElseAreLeftAlone() throws IOException {
    Files.writeString(folder.resolve("gel_mask.png"), "the ground truth");

    assertThat(names.of(Path.of("gel.png")).stem()).isEqualTo("gel-2");
  }

  @Test
  void aLongStemIsCutSoThatEveryNameFits() {
    var files = names.of(Path.of("ü".repeat(120) + ".png"));

    assertThat(files.all())
        .allSatisfy(
            file ->
                assertThat(file.getFileName().toString().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThan(255));
    assertThat(files.stem()).startsWith("ü".repeat(100)).matches("ü+");
  }

  @Test
  void aNameThatIsAllEndingIsKept() {
    assertThat(names.of(Path.of(".png")).stem()).isEqualTo(".png");
    assertThat(names.of(Path.of("no ending")).stem()).isEqualTo("no ending");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> OutputNames.in(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("choose a folder");
  }
}
