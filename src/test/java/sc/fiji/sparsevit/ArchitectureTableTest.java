/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of packages in docs/architecture.md says what {@link ArchitectureTest} holds. */
class ArchitectureTableTest {

  @Test
  void theDocumentedTableIsThisOne() throws Exception {
    var rows =
        ArchitectureTest.class
            .getDeclaredMethod("aPackageKnowsNothingButWhatItsRowNames", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    var documented =
        Files.readAllLines(Path.of("docs/architecture.md")).stream()
            .dropWhile(line -> !line.startsWith("| package |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.replaceAll("^\\| `([\\w.]+)` \\|.*\\| ([^|]+) \\|$", "$1, $2"))
            .toList();
    assertThat(documented)
        .as("package and last column of the lines in docs/architecture.md")
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(rows).map(row -> row.replace("''", "–")).toList());
  }
}
