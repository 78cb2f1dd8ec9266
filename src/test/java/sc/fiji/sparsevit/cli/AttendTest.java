/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.io.Opener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendTest {

  private static final Path IMAGE = Path.of("src/test/resources/images/chelsea.png");

  @TempDir private Path folder;

  @Test
  void mapsAreWrittenAsAStackAndAsOnePage() throws Exception {
    var terminal = attention("300,120", "--mode", "native");

    assertThat(terminal.exitCode()).as(terminal.err()).isZero();
    var stack = new Opener().openImage(folder.resolve("chelsea_attention_300_120.tif").toString());
    // Twelve blocks, and the same with every rate 1.
    assertThat(stack.getStackSize()).isEqualTo(2 * 12);
    assertThat(stack.getStack().getSliceLabel(1)).isEqualTo("stage 3, block 1, rate 8");
    assertThat(stack.getStack().getSliceLabel(24)).isEqualTo("dense: stage 4, block 4, rate 1");
    // What is relative to an equal share is 1 on the mean over what is seen.
    var dense = stack.getStack().getProcessor(13);
    assertThat(dense.getStats().mean).isBetween(0.99, 1.01);
    var page = ImageIO.read(folder.resolve("chelsea_attention_300_120.png").toFile());
    assertThat(page.getWidth()).isGreaterThan(500);
    assertThat(terminal.out()).contains("chelsea_attention_300_120.tif");
  }

  @ParameterizedTest
  @CsvSource({
    "'5000,5', is outside the image of 451 x 300 pixels",
    "'5', 'have the form X,Y'",
  })
  void aPointThatIsNoneIsRefusedInASentence(String point, String sentence) {
    var terminal = attention(point);

    assertThat(terminal.exitCode()).isNotZero();
    assertThat(terminal.err()).contains(sentence);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void severalLooksAreRefusedInASentence() {
    var terminal = attention("5,5", "--mode", "thorough");

    assertThat(terminal.exitCode()).isNotZero();
    assertThat(terminal.err()).contains("mode must be native or paper here");
    assertThat(folder).isEmptyDirectory();
  }

  private Terminal attention(String point, String... more) {
    var words = new ArrayList<Object>();
    words.add("attention");
    words.add(IMAGE);
    words.addAll(List.of("--point", point, "--output", folder));
    words.addAll(List.of(more));
    return Terminal.run(words.toArray());
  }
}
