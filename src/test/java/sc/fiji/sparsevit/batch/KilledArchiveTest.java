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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Whatever happens to who writes to an archive, it stays whole. */
class KilledArchiveTest {
  private static final int KILLS = 4;

  @TempDir Path temporary;

  /** How many pictures it has; fails if it is damaged. */
  private int pictures() throws IOException {
    var archive = temporary.resolve("archive");
    try (var locked = LockedArchive.open(archive, ProgressListener.NONE, sentence -> {})) {
      locked.archive().check();
      return locked.archive().pictures().size();
    }
  }

  @Test
  void killedAtAnyMomentItIsWholeAndHasAllThatWasSaidToBeInIt() throws Exception {
    var random = new Random(3);
    var output = temporary.resolve("output.txt");
    int next = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Files.deleteIfExists(output);
      var process =
          ArchiveProcess.start(List.of(), temporary.resolve("archive"), next, 1000, output);
      int expected = next + 2;
      for (int i = 0; i < 1200 && last(output, next - 1) < expected; i++) {
        Thread.sleep(50);
      }
      // Somewhere within one of the next.
      Thread.sleep(random.nextInt(120));
      process.destroyForcibly().waitFor();
      next = last(output, next - 1) + 1;
      int found = pictures();
      // What was being added may be there or not; nobody has been told yet.
      assertThat(found).isBetween(Math.max(next, expected + 1), next + 1);
      next = found;
    }
  }

  /** The last picture that was said to be in it. */
  private static int last(Path output, int before) throws IOException {
    int last = before;
    if (Files.exists(output)) {
      var text = Files.readString(output);
      for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        last = Integer.parseInt(line);
      }
    }
    return last;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLeavesItAsItWas() throws Exception {
    var archive = temporary.resolve("archive");
    var output = temporary.resolve("output.txt");
    assertThat(ArchiveProcess.start(List.of(), archive, 0, 2, output).waitFor()).isZero();
    var before = Files.readString(archive.resolve("archive.json"));
    // A limit on the size of files makes writes fail as a full disk does.
    var limited = List.of("bash", "-c", "ulimit -f 300; exec \"$@\"", "bash");
    assertThat(ArchiveProcess.start(limited, archive, 2, 3, output).waitFor()).isEqualTo(1);
    assertThat(output).content().contains("it is as it was", "free some space");
    assertThat(archive.resolve("archive.json")).hasContent(before);
    assertThat(pictures()).isEqualTo(2);
    try (var files = Files.list(archive)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("segment-")))
          .hasSize(2);
    }
  }
}
