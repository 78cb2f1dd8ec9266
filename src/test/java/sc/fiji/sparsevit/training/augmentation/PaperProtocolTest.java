/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.RgbRaster;

class PaperProtocolTest {

  private static final int WIDTH = 60;
  private static final int HEIGHT = 40;
  private static final int RED = 0xd02020;
  private static final int BLUE = 0x2020d0;

  /**
   * A blue picture whose forged pixels are red: mask and picture can be held against each other.
   */
  private static MaskedPicture redWhereForged() {
    var picture = new RgbRaster(WIDTH, HEIGHT);
    var mask = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < mask.length; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      mask[i] = (byte) (x >= 5 && x < 25 && y >= 8 && y < 20 ? 1 : 0);
      picture.set(i, mask[i] == 1 ? RED : BLUE);
    }
    return new MaskedPicture(picture, mask);
  }

  private static double agreement(MaskedPicture result) {
    int agree = 0;
    int pixels = result.mask().length;
    for (int i = 0; i < pixels; i++) {
      boolean red =
          (result.picture().samples()[i] & 255)
              > (result.picture().samples()[2 * pixels + i] & 255);
      agree += red == (result.mask()[i] == 1) ? 1 : 0;
    }
    return (double) agree / pixels;
  }

  @Test
  void turnsAndMirrorsMoveTheMaskWithThePicture() {
    var original = redWhereForged();
    for (UnaryOperator<MaskedPicture> move :
        List.<UnaryOperator<MaskedPicture>>of(
            MaskedPicture::mirrored, MaskedPicture::flipped, MaskedPicture::turned)) {
      var moved = move.apply(original);
      assertThat(agreement(moved)).isEqualTo(1);
      assertThat(moved.mask()).isNotEqualTo(original.mask());
    }
    var around = original.turned().turned();
    assertThat(around.mask()).isEqualTo(original.mirrored().flipped().mask());
  }

  @Test
  void resizingScalesTheMaskWithThePicture() {
    for (int width : new int[] {31, 47, 60, 97}) {
      var resized = redWhereForged().resized(width, 50);
      assertThat(resized.picture().width()).isEqualTo(width);
      assertThat(agreement(resized)).isGreaterThan(0.99);
    }
  }

  @Test
  void copyMoveMarksExactlyWhatItChanged() {
    var picture = new RgbRaster(WIDTH, HEIGHT);
    for (int i = 0; i < picture.pixels(); i++) {
      picture.set(i, 0x10101 * (i % 251)); // no two neighbors alike
    }
    var authentic = new MaskedPicture(picture, new byte[WIDTH * HEIGHT]);
    for (int seed = 0; seed < 20; seed++) {
      var forged = RandomRectangle.copyMove(authentic, new SplittableRandom(seed));
      int marked = 0;
      for (int i = 0; i < forged.mask().length; i++) {
        marked += forged.mask()[i];
        if (forged.picture().samples()[i] != picture.samples()[i]) {
          assertThat(forged.mask()[i]).isEqualTo((byte) 1);
        }
      }
      assertThat(marked).isBetween(2 * 3, (int) (0.64 * WIDTH * HEIGHT));
    }
  }

  @Test
  void inpaintingMarksWhatItFilledAndKeepsEarlierMarks() {
    var original = redWhereForged();
    var forged = RandomRectangle.inpainting(original, new SplittableRandom(2));
    for (int i = 0; i < forged.mask().length; i++) {
      assertThat(forged.mask()[i]).isGreaterThanOrEqualTo(original.mask()[i]);
      if (forged.mask()[i] == 0) {
        assertThat(forged.picture().samples()[i]).isEqualTo(original.picture().samples()[i]);
      }
    }
    assertThat(forged.mask()).isNotEqualTo(original.mask());
  }

  @Test
  void wholeProtocolKeepsMaskAndPictureTogether() {
    var augmentation = PaperProtocol.augmentation();
    double marks = 0;
    int runs = 200;
    for (int seed = 0; seed < runs; seed++) {
      var result = augmentation.apply(redWhereForged(), new SplittableRandom(seed));
      double scale = Math.sqrt((double) result.picture().pixels() / (WIDTH * HEIGHT));
      assertThat(scale).isBetween(0.78, 1.22);
      boolean forgedAgain = agreement(result) < 0.93;
      marks += forgedAgain ? 1 : 0;
    }
    // One in five gets a forged rectangle, whose color then need not be that of its mask.
    assertThat(marks / runs).isCloseTo(0.15, within(0.08));
  }

  @Test
  void sameSeedGivesTheSameResult() {
    var augmentation = PaperProtocol.augmentation();
    var first = augmentation.apply(redWhereForged(), new SplittableRandom(5));
    var second = augmentation.apply(redWhereForged(), new SplittableRandom(5));
    assertThat(second.picture().samples()).isEqualTo(first.picture().samples());
    assertThat(second.mask()).isEqualTo(first.mask());
  }
}
