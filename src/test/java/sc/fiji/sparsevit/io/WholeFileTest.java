/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void theFileIsReplacedAndNothingElseIsLeft() throws IOException {
    var file = Files.writeString(folder.resolve("a b ü.txt"), "old");

    WholeFile.write(file, part -> Files.writeString(part, "new"));

    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(file::equals).isNotEmptyDirectory();
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void whenWritingFailsTheOldFileStaysAndNoPartIsLeft() throws IOException {
    var file = Files.writeString(folder.resolve("a.txt"), "old");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    part -> {
                      Files.writeString(part, "half");
                      throw new IOException("No space left on device");
                    }))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("No space left on device");

    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void aFolderThatDoesNotExistIsNamedInASentence() {
    var file = folder.resolve("nowhere").resolve("a.txt");

    assertThatThrownBy(() -> WholeFile.write(file, part -> Files.writeString(part, "new")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("choose a writable folder");
  }

  @Test
  void namesMayBeAsLongAsTheyCan() throws IOException {
    var file = folder.resolve("n".repeat(255));

    WholeFile.write(file, part -> Files.writeString(part, "new"));

    assertThat(file).hasContent("new");
  }
}
