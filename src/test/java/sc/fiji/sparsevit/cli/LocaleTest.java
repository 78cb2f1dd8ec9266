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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.Main;
import sc.fiji.sparsevit.plugin.OtherJvm;

/** The program in the locale C, where only names of ASCII letters are text to Java. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere file names are Unicode in every locale")
class LocaleTest {
  private static final String REMEDY = "LC_ALL=C.UTF-8";

  @TempDir Path folder;

  @BeforeEach
  void makePictures() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("in"));
    var picture = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", folder.resolve("in/ok.png").toFile());
    // A shell writes the bytes of UTF-8 whatever the locale of this test is.
    shell("cp in/ok.png \"in/$(printf 'gr\\303\\266sse').png\"");
  }

  @Test
  void aFolderWithANameThatIsNoTextIsScreenedButForThatFile() throws Exception {
    var found = program("batch", "--input", "in", "--output", "out");

    assertThat(found.exitCode()).as(found.output()).isEqualTo(1);
    assertThat(folder.resolve("out/ok_overlay.png")).exists();
    assertThat(folder.resolve("out/errors.csv")).content().contains(REMEDY);
    assertThat(folder.resolve("out/summary.csv")).content().contains("ok.png");
  }

  @Test
  void anArgumentThatIsNoTextDoesNotKeepTheOthersFromBeingDone() throws Exception {
    var name = "in/gr" + (char) 0xF6 + "sse.png";
    for (var command : new String[] {"localize", "batch --input"}) {
      var found =
          shell(
              OtherJvm.in(folder).javaCommand(Main.class)
                  + " "
                  + command
                  + " \"in/$(printf 'gr\\303\\266sse').png\" in/ok.png --output out 2>&1");

      assertThat(found.exitCode()).as(name + found.output()).isEqualTo(1);
      assertThat(found.output()).contains(REMEDY);
      assertThat(folder.resolve("out/ok_overlay.png")).exists();
      shell("rm -r out");
    }
  }

  private OtherJvm.Outcome program(String... words) throws Exception {
    return shell(
        OtherJvm.in(folder).javaCommand(Main.class) + " " + String.join(" ", words) + " 2>&1");
  }

  private OtherJvm.Outcome shell(String line) throws IOException, InterruptedException {
    var output = folder.resolve("output.txt");
    var builder = new ProcessBuilder("sh", "-c", line).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    int exitCode = process.waitFor();
    return new OtherJvm.Outcome(exitCode, Files.readString(output));
  }
}
