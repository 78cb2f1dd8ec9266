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
import org.junit.jupiter.api.io.TempDir;

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
}
