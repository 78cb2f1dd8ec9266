/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
  @TempDir private Path folder;

  private Path file(String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  @Test
  void filesAreListedInOrderToTheGivenDepth() throws IOException {
    var deep = file("b/c/d.png");
    var near = file("a.png");

    assertThat(FolderTree.files(folder, Integer.MAX_VALUE, (path, why) -> {}))
        .containsExactly(near, deep);
    assertThat(FolderTree.files(folder, 1, (path, why) -> {})).containsExactly(near);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFolderThatCannotBeReadIsNamedAndTheRestIsListed() throws IOException {
    var near = file("a.png");
    var closed = file("closed/b.png").getParent();
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(closed), "a superuser reads everything");
    var failed = new ArrayList<Path>();
    try {
      assertThat(FolderTree.files(folder, Integer.MAX_VALUE, (path, why) -> failed.add(path)))
          .containsExactly(near);
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
    assertThat(failed).containsExactly(closed);
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatThrownBy(
            () -> FolderTree.files(folder.resolve("gone"), Integer.MAX_VALUE, (path, why) -> {}))
        .isInstanceOf(NoSuchFileException.class);
  }
}
