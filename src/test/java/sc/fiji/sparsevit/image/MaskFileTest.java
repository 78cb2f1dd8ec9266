/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sc.fiji.sparsevit.image.TestFiles.encode;
import static sc.fiji.sparsevit.image.TestFiles.gray;
import static sc.fiji.sparsevit.image.TestFiles.rgb;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskFileTest {

  @TempDir private Path folder;

  @Test
  void brighterHalfIsForged() throws IOException {
    var mask = read(gray(4, 0, 127, 128, 255));

    assertThat(mask.forged()).containsExactly(false, false, true, true);
    assertThat(mask.width()).isEqualTo(4);
    assertThat(mask.height()).isEqualTo(1);
  }

  @Test
  void meanOfTheChannelsDecides() throws IOException {
    var mask = read(rgb(3, 0xff0000, 0xff8000, 0x7f8080));

    assertThat(mask.forged()).containsExactly(false, true, true);
  }

  @Test
  void twoLevelsAndTransparencyAreMasksToo() throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00ffffff);
    var binary = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    binary.setRGB(1, 0, 0xffffffff);

    assertThat(read(image).forged()).containsExactly(true, false);
    assertThat(read(binary).forged()).containsExactly(false, true);
  }

  @Test
  void sixteenBitMaskMayBeForgedThroughout() throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {65535, 65535});

    assertThat(read(image).forged()).containsExactly(true, true);
  }

  @Test
  void resizingTakesTheNearestPixelToTheUpperLeft() {
    var mask = new Mask(4, 2, new boolean[] {true, false, false, true, false, true, true, false});

    assertThat(mask.resized(2, 1).forged()).containsExactly(true, false);
    assertThat(mask.resized(6, 2).forged())
        .containsExactly(
            true, true, false, false, false, true, false, false, true, true, true, false);
    assertThat(mask.resized(4, 2).forged()).isEqualTo(mask.forged());
  }

  @Test
  void sizeAndPixelsMustAgree() {
    assertThatThrownBy(() -> new Mask(2, 2, new boolean[3]))
        .hasMessage("a mask of 2 x 2 needs 4 pixels, not 3");
  }

  private Mask read(BufferedImage image) throws IOException {
    return MaskFile.read(Files.write(folder.resolve("mask.png"), encode(image, "png")));
  }
}
