/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.Main;

class BatchTest {
  @TempDir Path temporary;

  @BeforeEach
  void makeInputs() throws IOException {
    for (var name : new String[] {"a.png", "sub/b.png", "sub/b_mask.png"}) {
      var file = temporary.resolve("in").resolve(name);
      Files.createDirectories(file.getParent());
      ImageIO.write(new BufferedImage(140, 70, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }
  }

  private Terminal batch(Object... options) {
    var named =
        Stream.of(
            "batch", "--input", temporary.resolve("in"), "--output", temporary.resolve("out"));
    return Terminal.run(Stream.concat(named, Stream.of(options)).toArray());
  }

  @Test
  void aFolderIsScreenedAndScreenedAgainOnlyWhereItChanged() throws IOException {
    var first = batch("--exclude", "*_mask.png", "--device", "cpu");
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).contains("Images: 2 (0 from an earlier run)", "report.html");
    assertThat(temporary.resolve("out/b_overlay.png")).exists();
    assertThat(temporary.resolve("out/b_mask_overlay.png")).doesNotExist();
    var second = batch("--exclude", "*_mask.png", "--device", "cpu");
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).contains("Images: 2 (2 from an earlier run)");
  }

  @Test
  void whatFailedGivesOne() throws IOException {
    Files.writeString(temporary.resolve("in/bad.png"), "no picture");
    var found = batch("--include", "bad.png");
    assertThat(found.exitCode()).isEqualTo(1);
    assertThat(found.err()).contains("bad.png");
    assertThat(temporary.resolve("out/errors.csv")).content().contains("bad.png");
  }

  @Test
  void wrongUsageGivesTwoAndWritesNothing() {
    assertThat(batch("--include", "{a").exitCode()).isEqualTo(2);
    assertThat(batch("--rasterize-pages", "-5").exitCode()).isEqualTo(2);
    assertThat(batch("--threshold", "2").exitCode()).isEqualTo(2);
    assertThat(Terminal.run("batch", "--output", temporary).exitCode()).isEqualTo(2);
    assertThat(temporary.resolve("out")).doesNotExist();
  }

  /** As by Ctrl-C; Windows has no such signal for a process that is not in a terminal. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whereItIsStoppedItSaysThatTheSameCommandGoesOn() throws Exception {
    for (int i = 0; i < 40; i++) {
      Files.copy(temporary.resolve("in/a.png"), temporary.resolve("in/more" + i + ".png"));
    }
    var printed = temporary.resolve("printed.txt");
    var process = start(printed, "--reuse", "off", "--device", "cpu");
    while (pictures() == 0 && process.isAlive()) {
      Thread.sleep(5);
    }
    process.destroy();
    process.waitFor();

    assertThat(process.exitValue()).isGreaterThan(2);
    assertThat(printed).content().contains(StopSentence.WORDS);
    long done = pictures();
    var resumed = batch("--reuse", "off", "--device", "cpu");
    assertThat(resumed.out()).contains("Images: 43 (" + done + " from an earlier run)");
    assertThat(resumed.out() + resumed.err()).doesNotContain(StopSentence.WORDS);
  }

  private Process start(Path printed, String... options) throws IOException {
    var command =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "batch",
            "--input",
            temporary.resolve("in").toString(),
            "--output",
            temporary.resolve("out").toString());
    return new ProcessBuilder(Stream.concat(command, Stream.of(options)).toList())
        .redirectErrorStream(true)
        .redirectOutput(printed.toFile())
        .start();
  }

  /** How many are done. */
  private long pictures() throws IOException {
    var journal = temporary.resolve("out/.sparsevit");
    if (Files.notExists(journal)) {
      return 0;
    }
    try (var files = Files.list(journal)) {
      return files.filter(file -> file.toString().endsWith(".done.json")).count();
    }
  }
}
