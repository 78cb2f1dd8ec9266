/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {

  /** First row of the luminance table in annex K of the JPEG standard, in zigzag order. */
  private static final int[] STANDARD = {16, 11, 12, 14, 12, 10, 16, 14};

  @ParameterizedTest
  @ValueSource(ints = {5, 30, 45, 50, 70, 75, 83, 90, 98, 100})
  void qualityScalesTheTablesAsTheIjgDoes(int quality) {
    byte[] file = JpegFiles.encode(noise(32, 32), new Jpeg(quality, false));
    int table = indexOf(file, 0xdb) + 5;
    int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    for (int i = 0; i < STANDARD.length; i++) {
      int expected = Math.max(1, Math.min(255, (STANDARD[i] * scale + 50) / 100));
      assertThat(file[table + i] & 255).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 30, 49, 50, 58, 70, 75, 83, 90, 98, 100})
  void leavesToTheBitWhatAFileLeaves(int quality) {
    for (boolean fullChroma : new boolean[] {false, true}) {
      var jpeg = new Jpeg(quality, fullChroma);
      for (var picture : pictures()) {
        var file = JpegFiles.decode(JpegFiles.encode(picture, jpeg));
        assertThat(jpeg.recompress(picture).samples())
            .as("%s, %d x %d", jpeg, picture.width(), picture.height())
            .isEqualTo(file.samples());
      }
    }
  }

  @Test
  void fullChromaKeepsColorDetailThatHalvedChromaLoses() {
    var stripes = new RgbRaster(32, 32);
    for (int i = 0; i < stripes.pixels(); i++) {
      stripes.set(i, i % 2 == 0 ? 0xff0000 : 0x0000ff);
    }
    assertThat(difference(stripes, new Jpeg(95, true).recompress(stripes))).isLessThan(5);
    assertThat(difference(stripes, new Jpeg(95, false).recompress(stripes))).isGreaterThan(20);
  }

  @Test
  void gridStartsWhereItIsAskedTo() {
    var picture = noise(40, 40);
    var shifted = new Jpeg(20, true).recompress(picture, 3, 5);
    var cut = shifted.crop(5, 3, 24, 32);
    // Coding the same blocks once more changes next to nothing; other blocks change.
    assertThat(difference(cut, new Jpeg(20, true).recompress(cut))).isLessThan(3);
    var other = shifted.crop(1, 1, 24, 32);
    assertThat(difference(other, new Jpeg(20, true).recompress(other))).isGreaterThan(6);
  }

  @Test
  void qualityOutsideTheScaleIsRefused() {
    assertThatThrownBy(() -> new Jpeg(101, false)).hasMessageContaining("not 101");
  }

  private static int indexOf(byte[] file, int marker) {
    for (int i = 0; i + 1 < file.length; i++) {
      if ((file[i] & 255) == 0xff && (file[i + 1] & 255) == marker) {
        return i;
      }
    }
    throw new AssertionError("no marker " + marker);
  }

  /** Of odd and even sizes, whole blocks and not, smooth and as wild as can be. */
  private static List<RgbRaster> pictures() {
    int[][] sizes = {{1, 1}, {3, 2}, {4, 9}, {5, 5}, {16, 16}, {17, 31}, {24, 40}, {271, 90}};
    return Arrays.stream(sizes)
        .flatMap(size -> Stream.of(colors(size[0], size[1], 40), colors(size[0], size[1], 400)))
        .toList();
  }

  /** A slope of colors under noise, cut off at black and full light. */
  private static RgbRaster colors(int width, int height, int noise) {
    var picture = new RgbRaster(width, height);
    var random = new SplittableRandom(7);
    for (int i = 0; i < picture.samples().length; i++) {
      int slope = i * 7 / width % 256;
      picture.samples()[i] = RgbRaster.round(slope + random.nextInt(-noise, noise + 1));
    }
    return picture;
  }

  private static RgbRaster noise(int width, int height) {
    var picture = new RgbRaster(width, height);
    var random = new SplittableRandom(1);
    for (int i = 0; i < picture.pixels(); i++) {
      int gray = random.nextInt(90, 170);
      picture.set(i, gray << 16 | gray << 8 | gray);
    }
    return picture;
  }

  private static double difference(RgbRaster a, RgbRaster b) {
    double sum = 0;
    for (int i = 0; i < a.samples().length; i++) {
      sum += Math.abs((a.samples()[i] & 255) - (b.samples()[i] & 255));
    }
    return sum / a.samples().length;
  }
}
